package io.sprockets.dynamodb.codec;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that has nothing of DynamoDB's types in it, as plain Java objects.
 */
public final class PlainJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private PlainJson() {
	}

	/**
	 * Reads an object's members.
	 * @param utf8 the text, with a byte order mark or without
	 * @return the members, {@code null} if it is JSON but no object
	 * @throws MalformedAnswerException if it is no JSON; the message quotes nothing of it
	 */
	@SuppressWarnings("unchecked")
	public static @Nullable Map<String, @Nullable Object> members(byte[] utf8) {
		try {
			Object json = MAPPER.readValue(withoutBom(utf8), Object.class);
			return (json instanceof Map<?, ?> members) ? (Map<String, @Nullable Object>) members : null;
		}
		catch (JacksonException ex) {
			throw MalformedAnswerException.of(ex);
		}
	}

	/**
	 * Writes an object.
	 */
	public static byte[] write(Map<String, ?> members) {
		return MAPPER.writeValueAsBytes(members);
	}

	private static String withoutBom(byte[] utf8) {
		String text = new String(utf8, StandardCharsets.UTF_8);
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

}
