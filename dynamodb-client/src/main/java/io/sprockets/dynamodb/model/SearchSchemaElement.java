package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a vector index.
 */
public record SearchSchemaElement(String attributeName, @Nullable SearchSchemaElementType searchSchemaElementType) {

}
