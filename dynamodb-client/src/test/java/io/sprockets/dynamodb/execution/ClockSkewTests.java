package io.sprockets.dynamodb.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.AccessDeniedException;
import io.sprockets.dynamodb.error.InvalidSignatureException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.ReceivedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClockSkewTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX")
		.withZone(ZoneOffset.UTC);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final DynamoDbClient client = this.server.clientBuilder().build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture",
			"InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure", "AccessDeniedException" })
	void refusedCallIsSignedAgainByTheServicesClock(String code) {
		Duration ahead = Duration.ofHours(1);
		this.server.script(refusal(code, "Said by the server", ahead), FaultAnswer.ok("{}"));
		get();
		assertThat(this.server.requests()).hasSize(2);
		assertSignedAt(0, Duration.ZERO);
		assertSignedAt(1, ahead);
		assertThat(this.client.statistics().clockOffset()).isCloseTo(ahead, Duration.ofSeconds(5));
	}

	@Test
	void everyAnswerTellsTheClock() {
		Duration behind = Duration.ofHours(-1);
		this.server.script(FaultAnswer.status(200, "{}", date(behind)), FaultAnswer.ok("{}"),
				FaultAnswer.status(200, "{}", date(Duration.ZERO)), FaultAnswer.ok("{}"));
		for (int i = 0; i < 4; i++) {
			get();
		}
		assertSignedAt(0, Duration.ZERO);
		assertSignedAt(1, behind);
		assertSignedAt(2, behind);
		assertSignedAt(3, Duration.ZERO);
	}

	@Test
	void clockWithinFourMinutesIsLeftAlone() {
		this.server.script(FaultAnswer.status(200, "{}", date(Duration.ofMinutes(3))), FaultAnswer.ok("{}"));
		get();
		get();
		assertSignedAt(1, Duration.ZERO);
	}

	@Test
	void clockThatTheServiceComplainsAboutIsCorrectedByMinutesToo() {
		Duration ahead = Duration.ofMinutes(3);
		this.server.script(refusal("RequestTimeTooSkewed", "Said by the server", ahead), FaultAnswer.ok("{}"));
		get();
		assertSignedAt(1, ahead);
	}

	@Test
	void signatureThatExpiredWhileTheMachineWasFrozenIsRetried() {
		this.server.script(refusal("InvalidSignatureException", "Signature expired: 20260101T000000Z is now earlier",
				Duration.ZERO), FaultAnswer.ok("{}"));
		get();
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void wrongSignatureByARightClockIsNotRetried() {
		this.server.script(refusal("InvalidSignatureException", "Said by the server", Duration.ZERO));
		assertFails(InvalidSignatureException.class);
		this.server.script(refusal("AccessDeniedException", "Said by the server", Duration.ZERO));
		assertFails(AccessDeniedException.class);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void dateFromACacheAndDateThatIsNoneAreIgnored() {
		this.server.script(FaultAnswer.status(200, "{}", date(Duration.ofHours(1)), "Age: 3600"),
				FaultAnswer.status(200, "{}", "Date: yesterday"), FaultAnswer.ok("{}"));
		for (int i = 0; i < 3; i++) {
			get();
		}
		assertSignedAt(2, Duration.ZERO);
	}

	@Test
	void lastingSkewErrorEndsAfterTheUsualAttempts() {
		this.server.script(refusal("RequestTimeTooSkewed", "Said by the server", Duration.ofHours(1)));
		assertFails(InvalidSignatureException.class);
		assertThat(this.server.requests()).hasSize(4);
	}

	private void get() {
		StepVerifier.create(this.client.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
	}

	private void assertFails(Class<? extends Throwable> type) {
		StepVerifier.create(this.client.getItem("orders").key("id", "1").one()).expectError(type).verify(SOON);
	}

	private void assertSignedAt(int request, Duration offset) {
		ReceivedRequest received = this.server.requests().get(request);
		Instant signed = Instant.from(AMZ_DATE.parse(received.header("X-Amz-Date")));
		assertThat(signed).isCloseTo(Instant.now().plus(offset), within(20, ChronoUnit.SECONDS));
	}

	private static FaultAnswer refusal(String code, String message, Duration offset) {
		return FaultAnswer.status(400,
				"{\"__type\":\"com.amazon.coral.service#" + code + "\",\"message\":\"" + message + "\"}", date(offset));
	}

	private static String date(Duration offset) {
		return "Date: "
				+ DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plus(offset).atOffset(ZoneOffset.UTC));
	}

}
