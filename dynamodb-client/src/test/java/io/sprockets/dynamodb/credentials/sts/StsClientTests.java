package io.sprockets.dynamodb.credentials.sts;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.FakeExchange;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class StsClientTests {

	private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

	private static final String TOKEN = "TokenOfTheTest";

	private static final AwsCredentials SIGNER = new AwsCredentials("AKID", "SecretOfTheTest", TOKEN, null, null);

	private final Deque<Mono<CredentialsResponse>> answers = new ArrayDeque<>();

	private final FakeExchange exchange = new FakeExchange((request) -> this.answers.removeFirst());

	@Test
	void credentialsAreReadWithAccountAndEnd() {
		answer(200, credentials("<Expiration>2026-11-24T13:00:00.5+01:00</Expiration>"));
		StepVerifier.create(ask())
			.expectNext(new AwsCredentials("id", "s&1", "t", Instant.parse("2026-11-24T12:00:00.5Z"), "123456789012"))
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		assertThat(this.exchange.requests().get(0).headers()).containsEntry("X-Amz-Date", "20261124T120000Z")
			.containsEntry("X-Amz-Security-Token", TOKEN)
			.containsEntry("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "500", "503", "429", "400 Throttling", "400 RequestLimitExceeded",
			"400 IDPCommunicationError", "400 InvalidIdentityToken" })
	void passingTroublesAreAskedThroughThreeTimes(String trouble) {
		String[] parts = trouble.split(" ");
		for (int i = 0; i < 3; i++) {
			answer(Integer.parseInt(parts[0]), (parts.length > 1) ? error(parts[1], "later") : "");
		}
		expectFailure((parts.length > 1) ? parts[1] : "HTTP " + parts[0]);
		assertThat(this.exchange.requests()).hasSize(3);
	}

	@Test
	void silenceIsAskedThroughAndThenTold() {
		for (int i = 0; i < 3; i++) {
			this.answers.add(Mono.error(FakeExchange.noConnection()));
		}
		expectFailure("there is no connection");
		assertThat(this.exchange.requests()).hasSize(3);
	}

	@Test
	void secondAttemptMayGoWell() {
		answer(503, "");
		answer(200, credentials("<Expiration>2026-11-24T13:00:00Z</Expiration>"));
		StepVerifier.create(ask()).expectNextCount(1).expectComplete().verify(Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "AccessDenied", "ExpiredTokenException", "ValidationError", "SignatureDoesNotMatch" })
	void refusalIsFinal(String code) {
		answer(403, error(code, "no"));
		expectFailure(code + ": no");
		assertThat(this.exchange.requests()).hasSize(1);
	}

	@Test
	void wrongClockIsCorrectedByTheServices() {
		this.answers.add(Mono.just(FakeExchange.answer(403, error("SignatureDoesNotMatch", "Signature expired"),
				Map.of("Date", List.of("Tue, 24 Nov 2026 13:00:00 GMT")))));
		answer(200, credentials("<Expiration>2026-11-24T14:00:00Z</Expiration>"));
		StepVerifier.create(ask()).expectNextCount(1).expectComplete().verify(Duration.ofSeconds(5));
		assertThat(this.exchange.requests().get(1).headers()).containsEntry("X-Amz-Date", "20261124T130000Z");
	}

	@Test
	void messageOfTheServiceIsCutAndHasNoSecret() {
		answer(403, error("SignatureDoesNotMatch",
				"The token " + TOKEN + " " + "x".repeat(1000) + "\nThe Canonical String was " + TOKEN));
		StepVerifier.create(ask())
			.expectErrorSatisfies((ex) -> assertThat(ex.getMessage()).contains("The token ***")
				.doesNotContain(TOKEN, "Canonical")
				.hasSizeLessThan(800))
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void errorWhoseNameIsNoneIsNotQuotedByIt() {
		answer(403, error("Denied to " + TOKEN, "no").replace("rid", "r".repeat(2_000)));
		StepVerifier.create(ask())
			.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageEndingWith(": it answered HTTP 403: no"))
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void keyIsNeverReadInPart() {
		answer(200, credentials("<Expiration>2026-11-24<!-- at -->T13:00:00Z</Expiration>").replace("s&amp;1",
				"s<?a b?>&amp;<!-- -->1<![CDATA[&2]]>"));
		StepVerifier.create(ask().map(AwsCredentials::secretAccessKey))
			.expectNext("s&1&2")
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void textBehindAnEmptyElementIsNotTheElements() {
		answer(200, credentials("<Expiration>2026-11-24T13:00:00Z</Expiration>")
			.replace("<SecretAccessKey>s&amp;1</SecretAccessKey>", "<SecretAccessKey/>other"));
		expectFailure("its answer has no SecretAccessKey");
	}

	@Test
	void brokenBytesAreNotXmlAndNothingIsPrintedOfThem() {
		byte[] latin1 = "<a>k\u00e9y</a>".getBytes(StandardCharsets.ISO_8859_1);
		PrintStream before = System.err;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			assertThat(StsAnswer.read(latin1)).isNull();
		}
		finally {
			System.setErr(before);
		}
		assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
		assertThat(StsAnswer.read("\uFEFF<a>k\u00e9y</a>".getBytes(StandardCharsets.UTF_8)).text("a"))
			.isEqualTo("k\u00e9y");
	}

	@Test
	void answersThatAreNoneAreTold() {
		answer(200, "{\"not\":\"XML\"}");
		answer(200, "");
		answer(200, "<html><body>login</body>");
		expectFailure("not XML");
		answer(200, "<html><body>login</body></html>");
		expectFailure("has no AccessKeyId");
		answer(200, credentials("<Expiration>soon</Expiration>"));
		expectFailure("Expiration");
	}

	@Test
	void entitiesAreNotExpandedAndNothingIsLoaded() {
		answer(200, "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
				+ credentials("<Expiration>&secret;</Expiration>"));
		answer(200, "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>");
		answer(200, "<x>&b;</x>");
		StepVerifier.create(ask()).expectError(CredentialsRetrievalException.class).verify(Duration.ofSeconds(5));
	}

	@Test
	void deeplyNestedAnswerDoesNotExhaustTheStack() {
		for (int i = 0; i < 3; i++) {
			answer(200, "<a>".repeat(20_000));
		}
		expectFailure("not XML");
	}

	private Mono<AwsCredentials> ask() {
		SourceContext context = new SourceContext(AwsEnvironment.of(Map.of(), Map.of()), this.exchange,
				Clock.fixed(NOW, ZoneOffset.UTC));
		StsRequest request = StsRequest.of(new StsEndpoint(URI.create("https://sts.example/"), "eu-west-1"),
				"AssumeRole", Map.of("RoleArn", "r"), SIGNER);
		return new StsClient(context).ask(request, "assume role r");
	}

	private void answer(int status, String body) {
		this.answers.add(Mono.just(FakeExchange.answer(status, body)));
	}

	private void expectFailure(String reason) {
		StepVerifier.create(ask())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(CredentialsRetrievalException.class)
				.hasMessageStartingWith("Cannot assume role r at https://sts.example/: ")
				.hasMessageContaining(reason))
			.verify(Duration.ofSeconds(5));
	}

	private static String credentials(String expiration) {
		return "<?xml version=\"1.0\"?><AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
				+ "<AssumeRoleResult><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn>"
				+ "</AssumedRoleUser><Credentials><AccessKeyId>id</AccessKeyId>"
				+ "<SecretAccessKey>s&amp;1</SecretAccessKey><SessionToken>t</SessionToken>" + expiration
				+ "</Credentials></AssumeRoleResult></AssumeRoleResponse>";
	}

	private static String error(String code, String message) {
		return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
				+ "</Message></Error><RequestId>rid</RequestId></ErrorResponse>";
	}

}
