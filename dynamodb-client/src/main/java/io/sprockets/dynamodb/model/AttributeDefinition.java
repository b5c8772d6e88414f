package io.sprockets.dynamodb.model;

/**
 * Name and type of an attribute that a key uses.
 */
public record AttributeDefinition(String attributeName, ScalarAttributeType attributeType) {

}
