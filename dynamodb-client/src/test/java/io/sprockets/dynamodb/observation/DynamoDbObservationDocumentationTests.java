package io.sprockets.dynamodb.observation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DynamoDbObservationDocumentationTests {

	private final OperationObservationContext operation = new OperationObservationContext("GetItem", "Orders");

	private final DefaultOperationObservationConvention operations = new DefaultOperationObservationConvention();

	private final DefaultAttemptObservationConvention attempts = new DefaultAttemptObservationConvention();

	@Test
	void operationsKeysAreDocumentedAndSorted() {
		this.operation.setServerAddress("localhost");
		this.operation.nextAttempt();
		this.operation.nextAttempt().setResponse(200, "ID");
		assertThat(keys(this.operations.getLowCardinalityKeyValues(this.operation)))
			.isEqualTo(names(DynamoDbObservationDocumentation.OPERATION.getLowCardinalityKeyNames()))
			.isSorted();
		assertThat(keys(this.operations.getHighCardinalityKeyValues(this.operation)))
			.isEqualTo(names(DynamoDbObservationDocumentation.OPERATION.getHighCardinalityKeyNames()))
			.isSorted();
	}

	@Test
	void attemptsKeysAreDocumentedAndSorted() {
		this.operation.setServerAddress("localhost");
		this.operation.nextAttempt();
		AttemptObservationContext attempt = this.operation.nextAttempt();
		attempt.setResponse(200, "ID");
		assertThat(keys(this.attempts.getLowCardinalityKeyValues(attempt)))
			.isEqualTo(names(DynamoDbObservationDocumentation.ATTEMPT.getLowCardinalityKeyNames()))
			.isSorted();
		assertThat(keys(this.attempts.getHighCardinalityKeyValues(attempt)))
			.isEqualTo(names(DynamoDbObservationDocumentation.ATTEMPT.getHighCardinalityKeyNames()))
			.isSorted();
	}

	@Test
	void requiredSpanKeysArePresentFromTheStart() {
		List<String> required = Stream.of(DynamoDbObservationDocumentation.OPERATION.getHighCardinalityKeyNames())
			.filter(KeyName::isRequired)
			.map(KeyName::asString)
			.toList();
		assertThat(keys(this.operations.getHighCardinalityKeyValues(this.operation))).containsAll(required);
		assertThat(required).containsExactly("db.operation.name", "db.system.name");
	}

	private static List<String> keys(KeyValues keyValues) {
		return keyValues.stream().map(KeyValue::getKey).toList();
	}

	private static List<String> names(KeyName[] names) {
		return Arrays.stream(names).map(KeyName::asString).toList();
	}

}
