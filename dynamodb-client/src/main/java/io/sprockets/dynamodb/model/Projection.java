package io.sprockets.dynamodb.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which attributes an index holds.
 */
public record Projection(@Nullable ProjectionType projectionType, @Nullable List<String> nonKeyAttributes) {

	/** All attributes. */
	public static Projection all() {
		return new Projection(ProjectionType.ALL, null);
	}

	/** The keys of index and table. */
	public static Projection keysOnly() {
		return new Projection(ProjectionType.KEYS_ONLY, null);
	}

	/** The keys and the given attributes. */
	public static Projection include(String... attributes) {
		return new Projection(ProjectionType.INCLUDE, List.of(attributes));
	}

}
