package io.sprockets.dynamodb.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultAttemptObservationConventionTests {

	private final DefaultAttemptObservationConvention convention = new DefaultAttemptObservationConvention();

	private final OperationObservationContext operation = new OperationObservationContext("GetItem", "Orders");

	@Test
	void supportsAttemptsOnly() {
		assertThat(this.convention.supportsContext(this.operation.nextAttempt())).isTrue();
		assertThat(this.convention.supportsContext(this.operation)).isFalse();
	}

	@Test
	void namesOperationAndNumber() {
		this.operation.nextAttempt();
		assertThat(this.convention.getName()).isEqualTo("dynamodb.client.attempts");
		assertThat(new DefaultAttemptObservationConvention("orders.db").getName()).isEqualTo("orders.db");
		assertThat(this.convention.getContextualName(this.operation.nextAttempt())).isEqualTo("GetItem attempt 2");
	}

	@Test
	void attemptHasTheOperationsTagsAndItsNumber() {
		assertThat(this.convention.getLowCardinalityKeyValues(this.operation.nextAttempt())).isEqualTo(KeyValues
			.of("attempt", "1", "error.code", "none", "operation", "GetItem", "outcome", "UNKNOWN", "table", "Orders"));
	}

	@Test
	void numbersAboveNineShareOneTag() {
		for (int i = 1; i < 10; i++) {
			assertThat(this.convention.getLowCardinalityKeyValues(this.operation.nextAttempt()))
				.contains(KeyValue.of("attempt", Integer.toString(i)));
		}
		assertThat(this.convention.getLowCardinalityKeyValues(this.operation.nextAttempt()))
			.contains(KeyValue.of("attempt", "10+"));
		assertThat(this.convention.getLowCardinalityKeyValues(this.operation.nextAttempt()))
			.contains(KeyValue.of("attempt", "10+"));
	}

	@Test
	void spanDescribesTheExchange() {
		this.operation.setServerAddress("localhost");
		this.operation.nextAttempt();
		AttemptObservationContext second = this.operation.nextAttempt();
		second.setResponse(503, "SECOND");
		assertThat(this.convention.getHighCardinalityKeyValues(second))
			.isEqualTo(KeyValues.of("aws.request_id", "SECOND", "http.request.resend_count", "1",
					"http.response.status_code", "503", "server.address", "localhost"));
	}

	@Test
	void spanOfAFirstAttemptWithoutAnswerIsBare() {
		assertThat(this.convention.getHighCardinalityKeyValues(this.operation.nextAttempt())).isEmpty();
	}

}
