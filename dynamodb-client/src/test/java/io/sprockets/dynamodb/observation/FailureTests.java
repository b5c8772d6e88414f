package io.sprockets.dynamodb.observation;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FailureTests {

	@ParameterizedTest
	@CsvSource({ "ConditionalCheckFailedException, 400, CONFLICT", "TransactionCanceledException, 400, CONFLICT",
			"TransactionConflictException, 400, CONFLICT", "ReplicatedWriteConflictException, 400, CONFLICT",
			"DuplicateItemException, 400, CONFLICT", "ValidationException, 400, CLIENT_ERROR",
			"ResourceNotFoundException, 400, CLIENT_ERROR", "AccessDeniedException, 403, CLIENT_ERROR",
			"InternalServerError, 500, SERVER_ERROR", "ServiceUnavailable, 503, SERVER_ERROR", ", 502, SERVER_ERROR" })
	void serviceErrorIsSortedByCodeThenStatus(String code, int status, Outcome expected) {
		assertThat(Failure.outcome(Errors.service(code, status))).isEqualTo(expected);
	}

	@ParameterizedTest
	@MethodSource("errors")
	void errorHasOutcomeAndCode(Throwable error, Outcome outcome, String code) {
		assertThat(Failure.outcome(error)).isEqualTo(outcome);
		assertThat(Failure.code(error)).isEqualTo(code);
	}

	static Stream<Arguments> errors() {
		return Stream.of(arguments(Errors.throttled(), Outcome.THROTTLED, "ProvisionedThroughputExceededException"),
				arguments(Errors.transport(), Outcome.TRANSPORT_ERROR, "ConnectionClosedException"),
				arguments(Errors.configuration(), Outcome.CLIENT_ERROR, "DynamoDbConfigurationException"),
				arguments(Errors.service(null, 502), Outcome.SERVER_ERROR, "DynamoDbServiceException"),
				arguments(Errors.service(" ", 502), Outcome.SERVER_ERROR, "DynamoDbServiceException"),
				arguments(new IllegalStateException(), Outcome.CLIENT_ERROR, "IllegalStateException"));
	}

	@Test
	void anonymousExceptionIsNamedInFull() {
		RuntimeException error = new RuntimeException() {
		};
		assertThat(Failure.code(error)).startsWith(FailureTests.class.getName());
	}

}
