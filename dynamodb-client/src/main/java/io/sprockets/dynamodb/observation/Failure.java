package io.sprockets.dynamodb.observation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.DynamoDbThrottlingException;
import io.sprockets.dynamodb.error.DynamoDbTransportException;

/**
 * What an error says to an observer.
 */
final class Failure {

	private static final Set<String> CONFLICTS = Set.of("ConditionalCheckFailedException", "DuplicateItemException",
			"ReplicatedWriteConflictException", "TransactionCanceledException", "TransactionConflictException");

	private Failure() {
	}

	static Outcome outcome(Throwable error) {
		if (error instanceof DynamoDbThrottlingException) {
			return Outcome.THROTTLED;
		}
		if (error instanceof DynamoDbServiceException service) {
			String code = service.errorCode();
			if (code != null && CONFLICTS.contains(code)) {
				return Outcome.CONFLICT;
			}
			return (service.statusCode() >= 500) ? Outcome.SERVER_ERROR : Outcome.CLIENT_ERROR;
		}
		return (error instanceof DynamoDbTransportException) ? Outcome.TRANSPORT_ERROR : Outcome.CLIENT_ERROR;
	}

	static String code(Throwable error) {
		if (error instanceof DynamoDbServiceException service) {
			String code = service.errorCode();
			if (code != null && !code.isBlank()) {
				return code;
			}
		}
		String name = error.getClass().getSimpleName();
		return name.isEmpty() ? error.getClass().getName() : name;
	}

	static int statusCode(@Nullable Throwable error) {
		return (error instanceof DynamoDbServiceException service) ? service.statusCode() : 0;
	}

	static @Nullable String requestId(@Nullable Throwable error) {
		return (error instanceof DynamoDbServiceException service) ? service.requestId() : null;
	}

}
