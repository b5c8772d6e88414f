package io.sprockets.dynamodb.model;

/**
 * Provisioned capacity, in units per second.
 */
public record ProvisionedThroughput(Long readCapacityUnits, Long writeCapacityUnits) {

}
