package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
	 * @throws MalformedAnswerException if it is no JSON, or not UTF-8; the message quotes
	 * nothing of it
	 */
	public static @Nullable Map<String, @Nullable Object> members(byte[] utf8) {
		try {
			return members(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
		}
		catch (CharacterCodingException ex) {
			throw new MalformedAnswerException("the answer is not UTF-8", null);
		}
	}

	/**
	 * Reads an object's members, of which some are of use even if bytes of others are
	 * broken: those are read as U+FFFD.
	 */
	static @Nullable Map<String, @Nullable Object> brokenMembers(byte[] utf8) {
		return members(new String(utf8, StandardCharsets.UTF_8));
	}

	@SuppressWarnings("unchecked")
	private static @Nullable Map<String, @Nullable Object> members(String text) {
		try {
			Object json = MAPPER.readValue(text.startsWith("\uFEFF") ? text.substring(1) : text, Object.class);
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

}
