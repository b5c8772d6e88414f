package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.model.ConsumedCapacity;

/**
 * The items a batch found.
 *
 * @param items the items by table name, in no particular order
 * @param consumedCapacity what each request consumed of each table, if asked for
 * @param <T> what items become
 */
public record BatchGetItemResult<T>(Map<String, List<T>> items, List<ConsumedCapacity> consumedCapacity) {

}
