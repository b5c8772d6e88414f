package io.sprockets.dynamodb.model;

/**
 * The attribute that holds a vector.
 */
public record VectorAttributeDefinition(String attributeName) {

}
