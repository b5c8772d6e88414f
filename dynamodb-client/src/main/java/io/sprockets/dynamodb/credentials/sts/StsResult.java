package io.sprockets.dynamodb.credentials.sts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads the credentials of a successful answer.
 */
final class StsResult {

	/**
	 * Where in {@code arn:partition:service:region:account:resource} the account is.
	 */
	private static final int ACCOUNT = 4;

	private StsResult() {
	}

	/**
	 * Returns the credentials.
	 * @throws StsFailure if the answer has none
	 */
	static AwsCredentials read(CredentialsResponse response) {
		StsAnswer answer = StsAnswer.read(response.body());
		if (answer == null) {
			throw new StsFailure("its answer is not XML (HTTP " + response.status() + ")", true);
		}
		String arn = answer.text("Arn");
		return new AwsCredentials(required(answer, "AccessKeyId"), required(answer, "SecretAccessKey"),
				required(answer, "SessionToken"), expiration(required(answer, "Expiration")),
				(arn != null) ? account(arn) : null);
	}

	private static String required(StsAnswer answer, String element) {
		String text = answer.text(element);
		if (text == null) {
			throw new StsFailure("its answer has no " + element, false);
		}
		return text;
	}

	private static Instant expiration(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw new StsFailure("its answer has an Expiration that is not a time", false);
		}
	}

	private static @Nullable String account(String arn) {
		String[] parts = arn.split(":", -1);
		return (parts.length > ACCOUNT && !parts[ACCOUNT].isEmpty()) ? parts[ACCOUNT] : null;
	}

}
