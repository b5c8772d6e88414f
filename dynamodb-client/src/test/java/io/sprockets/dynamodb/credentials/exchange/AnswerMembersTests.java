package io.sprockets.dynamodb.credentials.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnswerMembersTests {

	@Test
	void membersAreReadByTheirTypes() {
		AnswerMembers members = members("""
				{"text": "a", "blank": " ", "number": 7, "fraction": 1.5, "time": "2030-01-31T12:00:00Z",
				 "offset": "2030-01-31T12:00:00+01:00", "object": {"text": "b"}, "null": null}""");
		assertThat(members.text("text")).isEqualTo("a");
		assertThat(members.text("blank")).isNull();
		assertThat(members.text("number")).isNull();
		assertThat(members.text("null")).isNull();
		assertThat(members.integer("number")).isEqualTo(7);
		assertThat(members.integer("fraction")).isNull();
		assertThat(members.time("time")).isEqualTo(Instant.parse("2030-01-31T12:00:00Z"));
		assertThat(members.time("offset")).isEqualTo(Instant.parse("2030-01-31T11:00:00Z"));
		assertThat(members.time("absent")).isNull();
		assertThat(members.object("object").text("text")).isEqualTo("b");
	}

	@Test
	void allThatIsMissingIsNamed() {
		assertRefused(() -> members("{\"a\": \"x\", \"b\": \"\"}").require("a", "b", "c"), "the answer lacks b, c");
		assertRefused(() -> members("{}").required("a"), "the answer lacks a");
		assertRefused(() -> members("{\"a\": []}").object("a"), "the answer lacks a");
	}

	@Test
	void wrongTimeIsNotQuoted() {
		assertRefused(() -> members("{\"a\": \"tomorrow\"}").time("a"),
				"the answer's a is not a time such as 2030-01-31T12:00:00Z");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<html><body>Login</body></html> | the answer is HTML or XML, not JSON
			{"a": "secret             | the answer is not JSON
			{"a": 1} trailing         | the answer is not JSON
			''                        | the answer is not JSON
			[]                        | the answer is JSON, but not an object
			null                      | the answer is JSON, but not an object""")
	void whatIsNoObjectIsNamedAndNotQuoted(String body, String reason) {
		assertRefused(() -> members(body), reason);
	}

	@Test
	void deepNestingIsRefused() {
		assertRefused(() -> members("{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}"),
				"the answer is not JSON");
	}

	@Test
	void whatIsNotUtf8IsRefusedRatherThanGuessed() {
		byte[] latin1 = "{\"a\": \"k\u00e9y\"}".getBytes(StandardCharsets.ISO_8859_1);
		assertRefused(() -> AnswerMembers.of(new CredentialsResponse(200, Map.of(), latin1)), "the answer is not JSON");
	}

	@Test
	void errorCodeIsFoundWhereServicesPutIt() {
		assertThat(describe("{\"code\": \"AccessDenied\"}")).isEqualTo("the answer has status 400 (AccessDenied)");
		assertThat(describe("{\"__type\": \"com.amazonaws#Denied\"}")).isEqualTo("the answer has status 400 (Denied)");
		assertThat(describe("{\"error\": \"invalid_grant\"}")).isEqualTo("the answer has status 400 (invalid_grant)");
		assertThat(describe("{\"code\": \"no code at all\"}")).isEqualTo("the answer has status 400");
		assertThat(describe("<html>")).isEqualTo("the answer has status 400");
		assertThat(AnswerStatus.describe(new CredentialsResponse(401,
				Map.of("x-amzn-ErrorType", List.of("UnauthorizedException:http://internal/")), new byte[0])))
			.isEqualTo("the answer has status 401 (UnauthorizedException)");
	}

	private static String describe(String body) {
		return AnswerStatus.describe(response(400, body));
	}

	private static AnswerMembers members(String body) {
		return AnswerMembers.of(response(200, body));
	}

	private static CredentialsResponse response(int status, String body) {
		return new CredentialsResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
	}

	private static void assertRefused(ThrowingCallable read, String reason) {
		assertThatExceptionOfType(CredentialsExchangeException.class).isThrownBy(read).withMessage(reason);
	}

}
