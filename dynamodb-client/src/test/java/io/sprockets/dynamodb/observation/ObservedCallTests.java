package io.sprockets.dynamodb.observation;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ObservedCallTests {

	@ParameterizedTest
	@CsvSource({ "Orders, Orders", "arn:aws:dynamodb:us-east-1:123456789012:table/Orders, Orders",
			"arn:aws-cn:dynamodb:cn-north-1:123456789012:table/Orders/index/byStatus, Orders",
			"arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-01T00:00:00.000, Orders",
			"arn:aws:dynamodb:us-east-1:123456789012:other, arn:aws:dynamodb:us-east-1:123456789012:other",
			"arn_of_a_table, arn_of_a_table" })
	void arnIsCutToTheTablesName(String given, String expected) {
		assertThat(ObservedCall.tableName(given)).isEqualTo(expected);
	}

	@Test
	void absentTableIsNone() {
		ObservedCall call = ObservedCall.of("ListTables", (String) null);
		assertThat(call.table()).isEqualTo("none");
		assertThat(call.hasTable()).isFalse();
		assertThat(ObservedCall.of("ListTables", List.of())).isEqualTo(call);
	}

	@Test
	void collectionOfOneTableIsThatTable() {
		assertThat(ObservedCall.of("BatchGetItem", List.of("Orders")))
			.isEqualTo(ObservedCall.of("BatchGetItem", "Orders"));
	}

	@Test
	void severalTablesAreMultiple() {
		ObservedCall call = ObservedCall.of("BatchGetItem", List.of("Orders", "Customers"));
		assertThat(call.table()).isEqualTo("multiple");
		assertThat(call.hasSeveralTables()).isTrue();
	}

}
