package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * One change of a global secondary index: exactly one component is set.
 */
public record GlobalSecondaryIndexUpdate(@Nullable UpdateGlobalSecondaryIndexAction update,
		@Nullable GlobalSecondaryIndex create, @Nullable DeleteGlobalSecondaryIndexAction delete) {

}
