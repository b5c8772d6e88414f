package io.sprockets.dynamodb.codec;

import java.util.Locale;

import tools.jackson.databind.PropertyNamingStrategies;

/**
 * From component names to the service model's member names: {@code tableName} is
 * {@code TableName}, acronyms are all capitals.
 */
final class WireNaming extends PropertyNamingStrategies.NamingBase {

	private static final long serialVersionUID = 1L;

	@Override
	public String translate(String name) {
		if (name.startsWith("sse") || name.startsWith("kms")) {
			return name.substring(0, 3).toUpperCase(Locale.ROOT) + name.substring(3);
		}
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

}
