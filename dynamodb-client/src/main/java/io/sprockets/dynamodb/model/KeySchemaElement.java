package io.sprockets.dynamodb.model;

/**
 * An attribute of a key.
 */
public record KeySchemaElement(String attributeName, KeyType keyType) {

}
