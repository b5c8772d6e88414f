package io.sprockets.dynamodb.credentials;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Fields of a form or a query.
 */
public final class Form {

	private Form() {
	}

	public static Map<String, String> read(byte[] body) {
		return read(new String(body, StandardCharsets.UTF_8));
	}

	public static Map<String, String> read(@Nullable String text) {
		Map<String, String> fields = new LinkedHashMap<>();
		if (text != null && !text.isEmpty()) {
			for (String field : text.split("&")) {
				String[] parts = field.split("=", 2);
				fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
			}
		}
		return fields;
	}

}
