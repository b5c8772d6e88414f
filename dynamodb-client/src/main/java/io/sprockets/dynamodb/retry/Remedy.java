package io.sprockets.dynamodb.retry;

import java.util.Set;

import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.ExpiredTokenException;
import io.sprockets.dynamodb.error.UnrecognizedClientException;

/**
 * What the client can put right so that a further attempt makes sense, though the same
 * request would fail again.
 */
public enum Remedy {

	/** Nothing. */
	NONE,

	/** The service does not take the credentials: look for them afresh. */
	NEW_CREDENTIALS,

	/** The service says that the clocks differ: go by its clock. */
	CLOCK,

	/** Maybe the clocks differ: go by the service's clock if they do. */
	CLOCK_IF_OFF;

	private static final Set<String> CLOCK_CODES = Set.of("RequestExpired", "RequestTimeTooSkewed",
			"RequestInTheFuture");

	/** What the service answers a signature of the wrong time with, among others. */
	private static final Set<String> SIGNATURE_CODES = Set.of("InvalidSignatureException", "SignatureDoesNotMatch",
			"AuthFailure", "AccessDeniedException");

	/**
	 * Returns the remedy of a failure.
	 */
	public static Remedy of(DynamoDbException failure) {
		if (failure instanceof ExpiredTokenException || failure instanceof UnrecognizedClientException) {
			return NEW_CREDENTIALS;
		}
		if (!(failure instanceof DynamoDbServiceException answered) || answered.errorCode() == null) {
			return NONE;
		}
		if (CLOCK_CODES.contains(answered.errorCode())) {
			return CLOCK;
		}
		if (!SIGNATURE_CODES.contains(answered.errorCode())) {
			return NONE;
		}
		// A machine that was frozen has a right clock again when it reads this
		String message = answered.serviceMessage();
		return (message != null && message.startsWith("Signature expired")) ? CLOCK : CLOCK_IF_OFF;
	}

}
