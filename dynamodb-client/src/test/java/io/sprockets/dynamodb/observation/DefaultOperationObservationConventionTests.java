package io.sprockets.dynamodb.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultOperationObservationConventionTests {

	private final DefaultOperationObservationConvention convention = new DefaultOperationObservationConvention();

	private final OperationObservationContext context = new OperationObservationContext("GetItem", "Orders");

	@Test
	void supportsOperationsOnly() {
		assertThat(this.convention.supportsContext(this.context)).isTrue();
		assertThat(this.convention.supportsContext(this.context.nextAttempt())).isFalse();
		assertThat(this.convention.supportsContext(new Observation.Context())).isFalse();
	}

	@Test
	void namesOperationAndTable() {
		assertThat(this.convention.getName()).isEqualTo("dynamodb.client.operations");
		assertThat(new DefaultOperationObservationConvention("orders.db").getName()).isEqualTo("orders.db");
		assertThat(this.convention.getContextualName(this.context)).isEqualTo("GetItem Orders");
	}

	@Test
	void spanOfNoOrSeveralTablesIsNamedByOperationAlone() {
		var none = new OperationObservationContext("ListTables", (String) null);
		var several = new OperationObservationContext("BatchGetItem", List.of("Orders", "Customers"));
		assertThat(this.convention.getContextualName(none)).isEqualTo("ListTables");
		assertThat(this.convention.getContextualName(several)).isEqualTo("BatchGetItem");
	}

	@Test
	void runningOperationIsOfUnknownOutcome() {
		assertThat(this.convention.getLowCardinalityKeyValues(this.context)).isEqualTo(
				KeyValues.of("error.code", "none", "operation", "GetItem", "outcome", "UNKNOWN", "table", "Orders"));
	}

	@Test
	void successfulOperationsShareOneInstanceOfTags() {
		this.context.begin();
		this.context.end();
		var other = new OperationObservationContext("GetItem", "Orders");
		other.begin();
		other.end();
		assertThat(this.convention.getLowCardinalityKeyValues(this.context))
			.isEqualTo(
					KeyValues.of("error.code", "none", "operation", "GetItem", "outcome", "SUCCESS", "table", "Orders"))
			.isSameAs(this.convention.getLowCardinalityKeyValues(other));
	}

	@Test
	void failedOperationHasCodeAndOutcome() {
		this.context.begin();
		this.context.end();
		this.context.setError(Errors.service("ConditionalCheckFailedException", 400));
		assertThat(this.convention.getLowCardinalityKeyValues(this.context)).isEqualTo(KeyValues.of("error.code",
				"ConditionalCheckFailedException", "operation", "GetItem", "outcome", "CONFLICT", "table", "Orders"));
	}

	@Test
	void spanKnowsOperationAndTableFromTheStart() {
		this.context.setServerAddress("dynamodb.eu-central-1.amazonaws.com");
		assertThat(highCardinality(this.context)).containsExactly(Map.entry("aws.dynamodb.table_names", "Orders"),
				Map.entry("db.operation.name", "GetItem"), Map.entry("db.system.name", "aws.dynamodb"),
				Map.entry("server.address", "dynamodb.eu-central-1.amazonaws.com"));
	}

	@Test
	void spanLearnsOfAnswersFromAttempts() {
		this.context.nextAttempt().setResponse(500, "FIRST");
		this.context.nextAttempt().setResponse(200, "SECOND");
		assertThat(this.context.getAttempts()).isEqualTo(2);
		assertThat(highCardinality(this.context)).containsExactly(Map.entry("aws.dynamodb.table_names", "Orders"),
				Map.entry("aws.request_id", "SECOND"), Map.entry("db.operation.name", "GetItem"),
				Map.entry("db.system.name", "aws.dynamodb"), Map.entry("http.request.resend_count", "1"),
				Map.entry("http.response.status_code", "200"));
	}

	@Test
	void spanLearnsOfTheAnswerFromTheServicesError() {
		this.context.setError(Errors.service("InternalServerError", 500));
		assertThat(highCardinality(this.context)).contains(Map.entry("aws.request_id", Errors.REQUEST_ID),
				Map.entry("http.response.status_code", "500"));
	}

	@Test
	void spanOfSeveralTablesNamesThemAll() {
		var several = new OperationObservationContext("BatchGetItem",
				List.of("Orders", "arn:aws:dynamodb:us-east-1:123456789012:table/Customers"));
		assertThat(highCardinality(several)).contains(Map.entry("aws.dynamodb.table_names", "Orders,Customers"));
		assertThat(this.convention.getLowCardinalityKeyValues(several)).contains(KeyValue.of("table", "multiple"));
	}

	@Test
	void spanWithoutTableNamesNone() {
		var none = new OperationObservationContext("ListTables", (String) null);
		assertThat(highCardinality(none)).doesNotContainKey("aws.dynamodb.table_names");
		assertThat(this.convention.getLowCardinalityKeyValues(none)).contains(KeyValue.of("table", "none"));
	}

	@Test
	void contextIsOfAClientWithoutPropagation() {
		assertThat(this.context.getKind()).isEqualTo(Kind.CLIENT);
		assertThat(this.context.getRemoteServiceName()).isEqualTo("dynamodb");
		assertThat(this.context.getCarrier()).isNull();
	}

	private Map<String, String> highCardinality(OperationObservationContext context) {
		return this.convention.getHighCardinalityKeyValues(context)
			.stream()
			.collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue, (one, other) -> one, LinkedHashMap::new));
	}

}
