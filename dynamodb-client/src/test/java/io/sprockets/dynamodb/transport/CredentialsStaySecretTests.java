package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.test.secrets.Leak;
import io.sprockets.test.secrets.SecretWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Keys that come over the wire, rightly or not, and the tokens that are sent for them,
 * are in no log and no exception.
 */
class CredentialsStaySecretTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String TOKEN = SecretWatch.keep("token-that-asks-for-keys");

	private static final String KEY = SecretWatch.keep("key-that-came-over-the-wire");

	static {
		// As Netty quotes the start of a line that is no status line
		SecretWatch.keep(KEY.toUpperCase(Locale.ROOT));
	}

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final WebClientCredentialsExchange exchange = new WebClientCredentialsExchange();

	@AfterEach
	void close() {
		this.exchange.close();
		this.server.close();
		assertThat(SecretWatch.takeAll()).extracting(Leak::toString).isEmpty();
	}

	static Stream<Arguments> answers() {
		String keys = "{\"SecretAccessKey\":\"" + KEY + "\"}";
		return Stream.of(argumentSet("keys", FaultAnswer.ok(keys)), argumentSet("error", FaultAnswer.status(400, keys)),
				argumentSet("cut body", FaultAnswer.raw(head(1000) + keys).thenClose()),
				argumentSet("body after its end", FaultAnswer.raw(head(2) + "{}" + KEY + "\r\n\r\n")),
				argumentSet("no status line", FaultAnswer.raw(KEY + " " + keys + "\r\n\r\n")),
				argumentSet("key as version", FaultAnswer.raw("HTTP/" + KEY + " 200 OK\r\n\r\n")),
				argumentSet("key as status", FaultAnswer.raw("HTTP/1.1 " + KEY + " OK\r\n\r\n")),
				argumentSet("key as header", FaultAnswer.raw("HTTP/1.1 200 OK\r\n" + KEY + "\r\n\r\n")),
				argumentSet("key as length", FaultAnswer.raw("HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n")),
				argumentSet("key as chunk size",
						FaultAnswer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + KEY + "\r\n")),
				argumentSet("redirect", FaultAnswer.status(307, keys, "Location: http://localhost:1/" + KEY)),
				argumentSet("reset", FaultAnswer.reset()), argumentSet("close", FaultAnswer.close()),
				argumentSet("silence", FaultAnswer.silence()));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void neitherAnswerNorRequestIsPrinted(FaultAnswer answer) {
		this.server.script(answer);
		CredentialsRequest request = CredentialsRequest.of("PUT", this.server.endpoint(), Duration.ofSeconds(1))
			.withHeader("Authorization", TOKEN);
		SecretWatch.scan("toString()", request.toString());
		StepVerifier
			.create(this.exchange.exchange(request)
				.doOnNext((received) -> SecretWatch.scan("toString()", received.toString()))
				.onErrorResume(CredentialsExchangeException.class, (failure) -> Mono.empty()))
			.thenConsumeWhile((received) -> true)
			.expectComplete()
			.verify(SOON);
	}

	private static String head(int length) {
		return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
	}

}
