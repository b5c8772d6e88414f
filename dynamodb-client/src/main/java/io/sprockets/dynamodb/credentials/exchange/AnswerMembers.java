package io.sprockets.dynamodb.credentials.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.sprockets.dynamodb.codec.MalformedAnswerException;
import io.sprockets.dynamodb.codec.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object in an answer. Messages of errors quote none of it.
 */
public final class AnswerMembers {

	private final Map<String, @Nullable Object> members;

	private AnswerMembers(Map<String, @Nullable Object> members) {
		this.members = members;
	}

	/**
	 * Reads an answer.
	 * @throws CredentialsExchangeException if it is no JSON object
	 */
	public static AnswerMembers of(CredentialsResponse response) {
		return new AnswerMembers(read(response.body()));
	}

	private static Map<String, @Nullable Object> read(byte[] body) {
		Map<String, @Nullable Object> members;
		try {
			members = PlainJson.members(body);
		}
		catch (MalformedAnswerException ex) {
			throw new CredentialsExchangeException(
					startsLikeMarkup(body) ? "the answer is HTML or XML, not JSON" : "the answer is not JSON", ex);
		}
		if (members == null) {
			throw new CredentialsExchangeException("the answer is JSON, but not an object", null);
		}
		return members;
	}

	private static boolean startsLikeMarkup(byte[] body) {
		for (byte next : body) {
			if (!Character.isWhitespace(next)) {
				return next == '<';
			}
		}
		return false;
	}

	/**
	 * Returns a text, {@code null} if it is absent, blank or no text.
	 */
	public @Nullable String text(String name) {
		return (this.members.get(name) instanceof String text && !text.isBlank()) ? text : null;
	}

	/**
	 * Returns a text that must be there, as {@link #require} has seen.
	 */
	public String required(String name) {
		String text = text(name);
		if (text == null) {
			throw lacks(List.of(name));
		}
		return text;
	}

	/**
	 * Checks that texts are there.
	 * @throws CredentialsExchangeException with the names of all that are not
	 */
	public AnswerMembers require(String... names) {
		List<String> missing = Stream.of(names).filter((name) -> text(name) == null).toList();
		if (!missing.isEmpty()) {
			throw lacks(missing);
		}
		return this;
	}

	/**
	 * Returns an integer, {@code null} if it is absent or none.
	 */
	public @Nullable Long integer(String name) {
		return (this.members.get(name) instanceof Number number
				&& (number instanceof Integer || number instanceof Long)) ? Long.valueOf(number.longValue()) : null;
	}

	/**
	 * Returns an ISO 8601 time, {@code null} if it is absent.
	 * @throws CredentialsExchangeException if it is something else
	 */
	public @Nullable Instant time(String name) {
		String text = text(name);
		try {
			return (text != null) ? Instant.parse(text) : null;
		}
		catch (DateTimeException ex) {
			throw new CredentialsExchangeException(
					"the answer's " + name + " is not a time such as 2030-01-31T12:00:00Z", null);
		}
	}

	/**
	 * Returns the members of an object that is a member.
	 * @throws CredentialsExchangeException if it is absent, or no object
	 */
	@SuppressWarnings("unchecked")
	public AnswerMembers object(String name) {
		if (this.members.get(name) instanceof Map<?, ?> object) {
			return new AnswerMembers((Map<String, @Nullable Object>) object);
		}
		throw lacks(List.of(name));
	}

	private static CredentialsExchangeException lacks(List<String> names) {
		return new CredentialsExchangeException("the answer lacks " + String.join(", ", names), null);
	}

}
