package io.sprockets.dynamodb;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of table names.
 *
 * @param tableNames the names
 * @param lastEvaluatedTableName where the next page begins, {@code null} after the last
 */
public record TableNames(List<String> tableNames, @Nullable String lastEvaluatedTableName) {

}
