package io.sprockets.dynamodb.model;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DynamoDbNumberTests {

	@Test
	void integralNumbersAreOfTheSmallestTypeThatHoldsThem() {
		assertThat(DynamoDbNumber.parse("0")).isEqualTo(0);
		assertThat(DynamoDbNumber.parse("-0")).isEqualTo(0);
		assertThat(DynamoDbNumber.parse("2147483647")).isEqualTo(Integer.MAX_VALUE);
		assertThat(DynamoDbNumber.parse("-2147483649")).isEqualTo(-2147483649L);
		assertThat(DynamoDbNumber.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
		assertThat(DynamoDbNumber.parse("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
		assertThat(DynamoDbNumber.parse("1E+2")).isEqualTo(100);
		assertThat(DynamoDbNumber.parse("1E+125")).isEqualTo(BigInteger.TEN.pow(125));
	}

	@Test
	void otherNumbersAreExact() {
		assertThat(DynamoDbNumber.parse("0.1")).isEqualTo(new BigDecimal("0.1"));
		assertThat(DynamoDbNumber.parse("1.50")).isEqualTo(new BigDecimal("1.50"));
		assertThat(DynamoDbNumber.parse("1E+999999999")).isEqualTo(new BigDecimal("1E+999999999"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "+", "abc", "1-2", "NaN", "0x1", "1 " })
	void whatIsNoDecimalIsRefused(String text) {
		assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> DynamoDbNumber.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0E+500", "9.9999999999999999999999999999999999999E+125", "-1E-130", "1E+125",
			"10000000000000000000000000000000000000000000000000" })
	void whatDynamoDbHoldsIsNoProblem(String decimal) {
		assertThat(DynamoDbNumber.problemOf(new BigDecimal(decimal))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1E+126", "9E-131", "1E+2147483647", "1E-2147483647",
			"123456789012345678901234567890123456789" })
	void whatDynamoDbCannotHoldIsAProblem(String decimal) {
		assertThat(DynamoDbNumber.problemOf(new BigDecimal(decimal))).isNotNull();
	}

}
