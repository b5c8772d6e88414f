package io.sprockets.dynamodb.codec;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The members of an error. Where the body as a whole cannot be read, or is so large that
 * making objects of it would not be worth it, the text members before the trouble, which
 * are the error's name and message.
 */
final class ErrorMembers {

	/** More than the items of a whole transaction, which errors may have in them. */
	private static final int LARGEST = 16 << 20;

	private ErrorMembers() {
	}

	/**
	 * Reads the members of a body, none of what is no object.
	 */
	static Map<String, @Nullable Object> read(byte[] body) {
		if (body.length <= LARGEST) {
			try {
				Map<String, @Nullable Object> members = PlainJson.brokenMembers(body);
				return (members != null) ? members : new LinkedHashMap<>();
			}
			catch (MalformedAnswerException ex) {
				// An error in front of the service answers with HTML or nothing; the body
				// stays reachable
				return texts(body);
			}
		}
		return texts(body);
	}

	private static Map<String, @Nullable Object> texts(byte[] body) {
		Map<String, @Nullable Object> texts = new LinkedHashMap<>();
		JsonInput input = new JsonInput();
		input.begin(body, body.length);
		try {
			input.beginObject();
			for (String name = input.nextName(true); name != null; name = input.nextName(false)) {
				if (input.peek() == '"') {
					texts.put(name, input.string().toText(input));
				}
				else {
					input.skipValue();
				}
			}
		}
		catch (MalformedAnswerException ex) {
			// What came before it counts
			return texts;
		}
		return texts;
	}

}
