package io.sprockets.dynamodb.credentials.exchange;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RetriedExchangeTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final CredentialsRequest REQUEST = CredentialsRequest.of("GET", URI.create("http://host/"), SOON);

	private static final String LINE = "GET http://host/";

	private final ScriptedExchange script = new ScriptedExchange();

	private final RetriedExchange exchange = new RetriedExchange(this.script, 3, 2);

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503, 504 })
	void passingStatusIsTriedAgain(int status) {
		this.script.on(LINE, status, "").on(LINE, 200, "");
		assertStatus(200);
		assertThat(this.script.requests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 301, 400, 401, 403, 404 })
	void otherStatusIsNot(int status) {
		this.script.on(LINE, status, "");
		assertStatus(status);
		assertThat(this.script.requests()).hasSize(1);
	}

	@Test
	void lastBadAnswerIsTheResult() {
		this.script.on(LINE, 503, "").on(LINE, 500, "");
		assertStatus(500);
		assertThat(this.script.requests()).hasSize(3);
	}

	@Test
	void missingAnswerIsTriedAgainLessOften() {
		this.script.fail(LINE, "no answer", false);
		StepVerifier.create(this.exchange.exchange(REQUEST)).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(CredentialsExchangeException.class).hasMessage("no answer (2 attempts)");
			assertThat(((CredentialsExchangeException) ex).isConnected()).isFalse();
		}).verify(SOON);
		assertThat(this.script.requests()).hasSize(2);
	}

	@Test
	void otherErrorIsNotTriedAgain() {
		StepVerifier
			.create(new RetriedExchange((request) -> Mono.error(new IllegalStateException("bug")), 3, 3)
				.exchange(REQUEST))
			.expectErrorMessage("bug")
			.verify(SOON);
	}

	private void assertStatus(int status) {
		StepVerifier.create(this.exchange.exchange(REQUEST))
			.assertNext((response) -> assertThat(response.status()).isEqualTo(status))
			.expectComplete()
			.verify(SOON);
	}

}
