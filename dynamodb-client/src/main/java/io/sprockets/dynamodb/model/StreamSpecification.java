package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether a table has a stream, and what its records hold.
 */
public record StreamSpecification(Boolean streamEnabled, @Nullable StreamViewType streamViewType) {

}
