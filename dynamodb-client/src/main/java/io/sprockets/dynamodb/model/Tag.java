package io.sprockets.dynamodb.model;

/**
 * A tag of a resource.
 */
public record Tag(String key, String value) {

}
