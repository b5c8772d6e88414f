package io.sprockets.dynamodb.credentials.sts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the service says where it refuses.
 *
 * @param status the HTTP status
 * @param code the error's name, {@code null} if the answer has none
 * @param message the error's text, {@code null} if the answer has none
 * @param requestId the request's id, or {@code null}
 */
record StsError(int status, @Nullable String code, @Nullable String message, @Nullable String requestId) {

	private static final int MAX_MESSAGE = 500;

	/**
	 * The form of names and ids; anything else is not to be quoted.
	 */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}");

	private static final int TOO_MANY_REQUESTS = 429;

	private static final Duration SKEW = Duration.ofMinutes(4);

	private static final Set<String> THROTTLING = Set.of("Throttling", "ThrottlingException", "ThrottledException",
			"RequestThrottled", "RequestThrottledException", "TooManyRequestsException", "RequestLimitExceeded",
			"SlowDown", "PriorRequestNotComplete");

	/**
	 * Passing troubles between the service and who issued the token.
	 */
	private static final Set<String> IDENTITY_PROVIDER = Set.of("IDPCommunicationError", "InvalidIdentityToken");

	private static final Set<String> CLOCK = Set.of("RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture",
			"SignatureDoesNotMatch", "InvalidSignatureException", "AuthFailure");

	static StsError read(CredentialsResponse response) {
		StsAnswer answer = StsAnswer.read(response.body());
		return (answer != null) ? new StsError(response.status(), name(answer, "Code"), answer.text("Message"),
				name(answer, "RequestId")) : new StsError(response.status(), null, null, null);
	}

	private static @Nullable String name(StsAnswer answer, String element) {
		String text = answer.text(element);
		return (text != null && NAME.matcher(text).matches()) ? text : null;
	}

	boolean isRetryable() {
		return this.status >= 500 || this.status == TOO_MANY_REQUESTS
				|| (this.code != null && (THROTTLING.contains(this.code) || IDENTITY_PROVIDER.contains(this.code)));
	}

	/**
	 * Returns how far this machine's clock is behind the service's, if that explains the
	 * error, {@code null} if it does not.
	 */
	@Nullable Duration skew(CredentialsResponse response, Instant now) {
		List<String> date = response.headers().get("Date");
		if (this.code == null || !CLOCK.contains(this.code) || date == null || date.isEmpty()) {
			return null;
		}
		try {
			Instant time = ZonedDateTime.parse(date.get(0), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			Duration skew = Duration.between(now, time);
			return (skew.abs().compareTo(SKEW) > 0) ? skew : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Returns the error in words, without the given secrets: the message of a refused
	 * signature repeats the headers.
	 */
	String describe(List<String> secrets) {
		String text = (this.code != null) ? "it answered " + this.code : "it answered HTTP " + this.status;
		if (this.message != null) {
			String line = without(secrets, this.message.lines().findFirst().orElse(""));
			text += ": " + ((line.length() > MAX_MESSAGE) ? line.substring(0, MAX_MESSAGE) + "…" : line);
		}
		return without(secrets, (this.requestId != null) ? text + " (request " + this.requestId + ")" : text);
	}

	private static String without(List<String> secrets, String text) {
		String hidden = text;
		for (String secret : secrets) {
			hidden = hidden.replace(secret, "***");
		}
		return hidden;
	}

}
