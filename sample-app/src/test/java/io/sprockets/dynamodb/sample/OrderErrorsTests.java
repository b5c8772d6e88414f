package io.sprockets.dynamodb.sample;

import java.util.Map;

import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.ProvisionedThroughputExceededException;
import io.sprockets.dynamodb.error.ServiceError;
import io.sprockets.dynamodb.error.ValidationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderErrorsTests {

	private final OrderErrors errors = new OrderErrors();

	@Test
	void throttlingIsTooManyRequests() {
		assertThat(this.errors.throttled(new ProvisionedThroughputExceededException(error())).getStatus())
			.isEqualTo(429);
	}

	@Test
	void aFailedConditionIsAConflict() {
		assertThat(this.errors.conflict(new ConditionalCheckFailedException(error())).getStatus()).isEqualTo(409);
	}

	@Test
	void aRefusedRequestIsABadOne() {
		assertThat(this.errors.badRequest(new ValidationException(error())).getStatus()).isEqualTo(400);
	}

	private static ServiceError error() {
		return new ServiceError("Code", "message", 400, null, Map.of(), new byte[0], Map.of(),
				new FailedCall("PutItem", "Orders", null, 1));
	}

}
