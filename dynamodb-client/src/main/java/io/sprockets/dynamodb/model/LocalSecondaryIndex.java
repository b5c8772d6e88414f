package io.sprockets.dynamodb.model;

import java.util.List;

/**
 * A local secondary index to be created.
 */
public record LocalSecondaryIndex(String indexName, List<KeySchemaElement> keySchema, Projection projection) {

}
