package io.sprockets.dynamodb.signing;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AmzDate}.
 */
class AmzDateTests {

	@ParameterizedTest
	@CsvSource({ "1970-01-01T00:00:00Z, 19700101T000000Z", "1969-12-31T23:59:59.5Z, 19691231T235959Z",
			"2026-01-02T03:04:05.999Z, 20260102T030405Z", "2028-02-29T23:59:59Z, 20280229T235959Z",
			"2025-12-31T23:59:59.999999999Z, 20251231T235959Z", "0000-01-01T00:00:00Z, 00000101T000000Z",
			"9999-12-31T23:59:59Z, 99991231T235959Z" })
	void isFormattedInUtcAndCutToSeconds(Instant time, String expected) {
		AmzDate date = AmzDate.of(time);
		assertThat(date.value()).isEqualTo(expected).hasSize(AmzDate.LENGTH);
		assertThat(date.day()).isEqualTo(expected.substring(0, 8));
	}

	@Test
	void dayIsThatOfUtc() {
		assertThat(AmzDate.of(Instant.parse("1969-12-31T23:59:59Z")).epochDay()).isEqualTo(-1);
		assertThat(AmzDate.of(Instant.parse("2026-03-01T00:00:00Z")).epochDay())
			.isEqualTo(LocalDate.of(2026, 3, 1).toEpochDay());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z" })
	void yearsThatFourDigitsDoNotHoldAreRefused(Instant time) {
		assertThatIllegalArgumentException().isThrownBy(() -> AmzDate.of(time));
	}

	@Test
	void farthestInstantsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> AmzDate.of(Instant.MAX));
		assertThatIllegalArgumentException().isThrownBy(() -> AmzDate.of(Instant.MIN));
	}

}
