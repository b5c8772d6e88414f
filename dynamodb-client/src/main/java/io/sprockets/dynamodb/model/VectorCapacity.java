package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * Consumed capacity of a vector index, in bytes.
 */
public record VectorCapacity(@Nullable Double vectorSearchRequestBytes, @Nullable Double vectorWriteRequestBytes) {

}
