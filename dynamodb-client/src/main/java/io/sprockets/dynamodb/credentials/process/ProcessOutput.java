package io.sprockets.dynamodb.credentials.process;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.sprockets.dynamodb.codec.MalformedAnswerException;
import io.sprockets.dynamodb.codec.PlainJson;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a command printed: one JSON object, of version 1.
 */
final class ProcessOutput {

	private static final int VERSION = 1;

	private final Map<String, @Nullable Object> members;

	private ProcessOutput(Map<String, @Nullable Object> members) {
		this.members = members;
	}

	/**
	 * Returns the credentials.
	 * @throws CommandFailure if they are not there, or have expired
	 */
	static AwsCredentials read(byte[] printed, @Nullable String accountId, Instant now) {
		ProcessOutput output = new ProcessOutput(members(printed));
		output.check();
		Instant expiration = output.expiration();
		if (expiration != null && !expiration.isAfter(now)) {
			throw new CommandFailure("what it printed expired at " + expiration + ", and it is " + now);
		}
		String account = output.text("AccountId");
		return new AwsCredentials(String.valueOf(output.text("AccessKeyId")),
				String.valueOf(output.text("SecretAccessKey")), output.text("SessionToken"), expiration,
				(account != null) ? account : accountId);
	}

	private static Map<String, @Nullable Object> members(byte[] printed) {
		Map<String, @Nullable Object> members;
		try {
			members = PlainJson.members(printed);
		}
		catch (MalformedAnswerException ex) {
			throw new CommandFailure("what it printed is not JSON");
		}
		if (members == null) {
			throw new CommandFailure("what it printed is JSON but not an object");
		}
		return members;
	}

	private void check() {
		if (!(this.members.get("Version") instanceof Number version) || version.doubleValue() != VERSION) {
			throw new CommandFailure("what it printed does not have \"Version\": 1");
		}
		List<String> missing = Stream.of("AccessKeyId", "SecretAccessKey")
			.filter((name) -> text(name) == null)
			.toList();
		if (!missing.isEmpty()) {
			throw new CommandFailure("what it printed lacks " + String.join(" and ", missing));
		}
	}

	private @Nullable Instant expiration() {
		String text = text("Expiration");
		try {
			return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
		}
		catch (DateTimeException ex) {
			throw new CommandFailure("its Expiration is not an ISO 8601 time with offset");
		}
	}

	private @Nullable String text(String name) {
		return (this.members.get(name) instanceof String text && !text.isBlank()) ? text : null;
	}

}
