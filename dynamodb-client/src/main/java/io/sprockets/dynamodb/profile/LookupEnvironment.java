package io.sprockets.dynamodb.profile;

import org.jspecify.annotations.Nullable;

/**
 * An {@link AwsEnvironment} over two lookups, to which empty is unset.
 */
record LookupEnvironment(Lookup variables, Lookup properties) implements AwsEnvironment {

	@Override
	public @Nullable String variable(String name) {
		return emptyToNull(this.variables.get(name));
	}

	@Override
	public @Nullable String property(String name) {
		return emptyToNull(this.properties.get(name));
	}

	private static @Nullable String emptyToNull(@Nullable String value) {
		return (value != null && !value.isEmpty()) ? value : null;
	}

	/**
	 * A name's value, {@code null} if it has none.
	 */
	@FunctionalInterface
	interface Lookup {

		@Nullable String get(String name);

	}

}
