package io.sprockets.dynamodb.signing;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SignableHeaders}.
 */
class SignableHeadersTests {

	private static final SignableHeaders HOST = SignableHeaders.ofHost("example.com");

	@Test
	void namesAreLowerCaseAndSortedByCodePoint() {
		SignableHeaders headers = HOST.with("X-Amz-A", "1")
			.with("x-amz-a.b", "3")
			.with("X-AMZ-A-B", "2")
			.with("A", "0");
		assertThat(lines(headers)).isEqualTo("a:0\nhost:example.com\nx-amz-a:1\nx-amz-a-b:2\nx-amz-a.b:3\n");
		assertThat(names(headers)).isEqualTo("a;host;x-amz-a;x-amz-a-b;x-amz-a.b");
	}

	@Test
	void valuesOfOneNameAreJoinedInTheOrderGiven() {
		SignableHeaders headers = HOST.with("My", "b").with("x", "1").with("mY", " a ").with("my", "").with("MY", "b");
		assertThat(lines(headers)).isEqualTo("host:example.com\nmy:b,a,,b\nx:1\n");
		assertThat(names(headers)).isEqualTo("host;my;x");
	}

	static Stream<Arguments> values() {
		return Stream.of(Arguments.of("  a   b  ", "a b"), Arguments.of("\ta \t b", "a b"),
				Arguments.of("a\n  b\r\n\tc", "a b c"), Arguments.of("\u000ba\fb", "a b"),
				Arguments.of("\" a  b \"", "\" a b \""), Arguments.of(" \r\n ", ""), Arguments.of("", ""),
				Arguments.of("caf\u00e9  \u20ac", "caf\u00e9 \u20ac"),
				Arguments.of("a\u00a0\u00a0b", "a\u00a0\u00a0b"));
	}

	@ParameterizedTest
	@MethodSource("values")
	void whiteSpaceIsTrimmedAndCollapsed(String value, String canonical) {
		assertThat(lines(HOST.with("my", value))).isEqualTo("host:example.com\nmy:" + canonical + "\n");
	}

	@Test
	void addingLeavesTheOriginalAsItWas() {
		SignableHeaders prepared = HOST.with("content-type", "application/json");
		String before = lines(prepared);
		assertThat(lines(prepared.with("x-amz-target", "one"))).endsWith("x-amz-target:one\n");
		assertThat(lines(prepared.with("x-amz-target", "two"))).endsWith("x-amz-target:two\n");
		assertThat(lines(prepared.with("content-type", "text/plain"))).contains("application/json,text/plain");
		assertThat(lines(prepared)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host", "X-Amz-Date", "x-amz-security-token", "AUTHORIZATION" })
	void headersThatAreTheSignersToAddAreRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> HOST.with(name, "value"))
			.withMessageContaining(name.toLowerCase(Locale.ROOT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a:b", "a;b", "a\nb", "a\u0000", "caf\u00e9", "\u212a" })
	void namesThatAreNoHeaderNamesAreRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> HOST.with(name, "value"))
			.withMessageContaining("Header name");
	}

	private static String lines(SignableHeaders headers) {
		return headers.inOrder().stream().map(CanonicalHeader::line).collect(Collectors.joining());
	}

	private static String names(SignableHeaders headers) {
		return headers.inOrder().stream().map(CanonicalHeader::name).collect(Collectors.joining(";"));
	}

}
