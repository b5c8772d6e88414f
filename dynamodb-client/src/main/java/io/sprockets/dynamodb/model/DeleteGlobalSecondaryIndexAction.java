package io.sprockets.dynamodb.model;

/**
 * A global secondary index to be removed.
 */
public record DeleteGlobalSecondaryIndexAction(String indexName) {

}
