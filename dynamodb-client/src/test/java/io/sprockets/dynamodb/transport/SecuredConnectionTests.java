package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbTransportException;
import io.sprockets.dynamodb.error.UntrustedCertificateException;
import io.sprockets.dynamodb.signing.Signature;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.HttpBytes;
import io.sprockets.dynamodb.test.TestAuthority;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class SecuredConnectionTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final byte[] NO_MEMBERS = "{}".getBytes(StandardCharsets.UTF_8);

	private static final FaultAnswer WHOLE = FaultAnswer.ok("{}");

	private static final TestAuthority AUTHORITY = new TestAuthority("Trusted");

	private static final TransportSettings SETTINGS = new TransportSettings(2, 100, SOON, Duration.ofMillis(500), SOON,
			1 << 20);

	@ParameterizedTest
	@EnumSource
	void trustedCertificateOfTheHostIsAccepted(ExchangeKind kind) {
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), WHOLE)) {
			try (Exchanges exchanges = new Exchanges(kind, server.endpoint())) {
				StepVerifier.create(Flux.range(0, 20).flatMap((i) -> exchanges.exchange(), 2).distinct())
					.expectNext("{}")
					.expectComplete()
					.verify(SOON);
			}
			assertThat(server.connections()).isLessThanOrEqualTo(2);
			assertThat(server.requests()).hasSize(20);
		}
	}

	@ParameterizedTest
	@EnumSource
	void expiredCertificateIsRefused(ExchangeKind kind) {
		assertRefused(kind, AUTHORITY.expiredServerOf("localhost"), "it has expired");
	}

	@ParameterizedTest
	@EnumSource
	void certificateOfTheFutureIsRefused(ExchangeKind kind) {
		assertRefused(kind, AUTHORITY.earlyServerOf("localhost"), "it is not valid yet");
	}

	@ParameterizedTest
	@EnumSource
	void certificateOfAnotherHostIsRefused(ExchangeKind kind) {
		assertRefused(kind, AUTHORITY.serverOf("dynamodb.eu-central-1.amazonaws.com"), "it is for another host");
	}

	@ParameterizedTest
	@EnumSource
	void certificateOfAnotherAuthorityIsRefused(ExchangeKind kind) {
		assertRefused(kind, new TestAuthority("Nobody").serverOf("localhost"), "it is signed by itself, or by nobody");
	}

	@ParameterizedTest
	@EnumSource
	void certificateOfAnAuthorityOfTheSameNameIsRefused(ExchangeKind kind) {
		assertRefused(kind, new TestAuthority("Trusted").serverOf("localhost"), "its chain is not valid");
	}

	private static void assertRefused(ExchangeKind kind, SSLContext tls, String problem) {
		try (FaultServer server = FaultServer.overTls(tls, WHOLE);
				Exchanges exchanges = new Exchanges(kind, server.endpoint())) {
			StepVerifier.create(exchanges.exchange())
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(UntrustedCertificateException.class)
					.isInstanceOf(ConnectionFailedException.class)
					.hasMessageContaining("certificate is refused: " + problem)
					.hasMessageContaining("endpoint " + server.endpoint()))
				.verify(SOON);
			assertThat(server.requests()).isEmpty();
			Awaitility.await().pollDelay(Duration.ZERO).atMost(SOON).until(() -> server.openConnections() == 0);
		}
	}

	@ParameterizedTest
	@EnumSource
	void certificateThatThisMachineDoesNotTrustIsTriedOnce(ExchangeKind kind) {
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), WHOLE);
				DynamoDbClient client = kind.of(server.clientBuilder()).build()) {
			StepVerifier.create(client.getItem("orders").key("id", "1").one())
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(UntrustedCertificateException.class)
					.hasMessageContaining("certificate")
					.hasMessageContaining("operation GetItem, table orders")
					.hasMessageContaining("attempts 1"))
				.verify(SOON);
			assertThat(server.connections()).isOne();
			assertThat(server.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void tlsIsPreparedOnceAndWhereThatMayBlock(ExchangeKind kind) {
		List<Thread> preparedBy = new CopyOnWriteArrayList<>();
		Callable<SslContext> context = () -> {
			preparedBy.add(Thread.currentThread());
			return trustAuthority();
		};
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), WHOLE);
				Exchanges exchanges = new Exchanges(kind, server.endpoint(), NO_MEMBERS, context)) {
			Mono<String> fromEventLoop = exchanges.exchange().subscribeOn(Schedulers.parallel());
			StepVerifier.create(Flux.range(0, 50).flatMap((i) -> fromEventLoop))
				.expectNextCount(50)
				.expectComplete()
				.verify(SOON);
			assertThat(preparedBy).singleElement()
				.satisfies((thread) -> assertThat(thread).isNotInstanceOf(NonBlocking.class));
		}
	}

	@ParameterizedTest
	@EnumSource
	void machineThatTrustsNobodyIsSaidTo(ExchangeKind kind) {
		assertNotSecured(kind, SecuredConnectionTests::trustNobody, UntrustedCertificateException.class,
				"this machine trusts nobody");
	}

	@ParameterizedTest
	@EnumSource
	void trustStoreThatCannotBeReadIsSaidTo(ExchangeKind kind) {
		assertNotSecured(kind, () -> {
			throw new SSLException("no context", new IOException("Invalid keystore format"));
		}, DynamoDbConfigurationException.class, "TLS could not be set up: Invalid keystore format");
	}

	private static void assertNotSecured(ExchangeKind kind, Callable<SslContext> context,
			Class<? extends DynamoDbException> type, String problem) {
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), WHOLE);
				Exchanges exchanges = new Exchanges(kind, server.endpoint(), NO_MEMBERS, context)) {
			for (int i = 0; i < 2; i++) {
				StepVerifier.create(exchanges.exchange())
					.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(type)
						.hasMessageContaining(problem)
						.hasMessageContaining("javax.net.ssl.trustStore"))
					.verify(SOON);
			}
		}
	}

	private static SslContext trustAuthority() throws SSLException {
		return SslContextBuilder.forClient().trustManager(AUTHORITY.certificate()).build();
	}

	private static SslContext trustNobody() throws Exception {
		KeyStore empty = KeyStore.getInstance(KeyStore.getDefaultType());
		empty.load(null, null);
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(empty);
		return SslContextBuilder.forClient().trustManager(trust).build();
	}

	@ParameterizedTest
	@EnumSource
	void serverWithoutTlsIsSaidToHaveNone(ExchangeKind kind) {
		FaultAnswer greeting = FaultAnswer.raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
		assertHandshakeFails(kind, greeting, "does not speak TLS");
	}

	@ParameterizedTest
	@EnumSource
	void handshakeThatIsBrokenOffIsSaidToBe(ExchangeKind kind) {
		assertHandshakeFails(kind, FaultAnswer.close(), "before the request was sent");
	}

	@ParameterizedTest
	@EnumSource
	void handshakeThatIsRefusedIsSaidToBe(ExchangeKind kind) {
		// A fatal alert: there is no version both speak
		FaultAnswer alert = FaultAnswer.raw("\u0015\u0003\u0003\u0000\u0002\u0002\u0046");
		assertHandshakeFails(kind, alert, "TLS handshake was not finished");
	}

	@ParameterizedTest
	@EnumSource
	void handshakeThatHangsEndsAfterTheConnectTimeout(ExchangeKind kind) {
		assertHandshakeFails(kind, FaultAnswer.deaf(), "TLS handshake was not finished");
	}

	private static void assertHandshakeFails(ExchangeKind kind, FaultAnswer greeting, String problem) {
		try (FaultServer server = new FaultServer(WHOLE)) {
			server.greeting(greeting);
			URI secured = URI.create(server.endpoint().toString().replace("http:", "https:"));
			try (DynamoDbClient client = kind.of(server.clientBuilder())
				.endpoint(secured)
				.connectTimeout(Duration.ofMillis(200))
				.build()) {
				StepVerifier.create(client.getItem("orders").key("id", "1").one())
					.expectErrorSatisfies(
							(failure) -> assertThat(failure).isInstanceOf(DynamoDbTransportException.class)
								.isInstanceOf(ConnectionFailedException.class)
								.isNotInstanceOf(UntrustedCertificateException.class)
								.hasMessageContaining(problem)
								.hasMessageContaining("attempts 4"))
					.verify(SOON);
			}
			assertThat(server.connections()).isEqualTo(4);
		}
	}

	@ParameterizedTest
	@EnumSource
	void requestToASecuredPortWithoutTlsIsAnswered400OrCutOff(ExchangeKind kind) {
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), WHOLE)) {
			URI plain = URI.create(server.endpoint().toString().replace("https:", "http:"));
			try (DynamoDbClient client = kind.of(server.clientBuilder()).endpoint(plain).build()) {
				StepVerifier.create(client.getItem("orders").key("id", "1").one())
					.expectErrorSatisfies(
							(failure) -> assertThat(failure).isInstanceOf(DynamoDbTransportException.class)
								.hasMessageContaining("dynamodb.endpoint")
								.hasMessageContaining("attempts 4"))
					.verify(SOON);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void secondAnswerOverTlsIsNotThatOfTheNextCall(ExchangeKind kind) {
		FaultAnswer two = FaultAnswer.ok("{}").then(FaultAnswer.raw(HttpBytes.answer(200, "{\"lie\":1}")));
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), two);
				Exchanges exchanges = new Exchanges(kind, server.endpoint())) {
			Flux<String> bodies = Flux.range(0, 20)
				.concatMap((i) -> exchanges.exchange().delayElement(Duration.ofMillis(10)));
			StepVerifier.create(bodies.distinct()).expectNext("{}").expectComplete().verify(SOON);
		}
	}

	@ParameterizedTest
	@EnumSource
	void errorWhileALargeRequestIsStillSentIsItsAnswer(ExchangeKind kind) {
		FaultAnswer early = FaultAnswer.status(400, "{\"said\":1}").thenClose().early();
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), early);
				Exchanges exchanges = new Exchanges(kind, server.endpoint(), new byte[8 << 20],
						SecuredConnectionTests::trustAuthority)) {
			StepVerifier.create(exchanges.exchange()).expectNext("{\"said\":1}").expectComplete().verify(SOON);
		}
	}

	@ParameterizedTest
	@EnumSource
	void answerThatEndsWithItsConnectionIsRead(ExchangeKind kind) {
		FaultAnswer ended = FaultAnswer.raw(HttpBytes.head(200) + "{\"whole\":1}").thenClose();
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), ended);
				Exchanges exchanges = new Exchanges(kind, server.endpoint())) {
			for (int i = 0; i < 5; i++) {
				StepVerifier.create(exchanges.exchange()).expectNext("{\"whole\":1}").expectComplete().verify(SOON);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void answerCutWithinTlsIsNotTaken(ExchangeKind kind) {
		FaultAnswer cut = FaultAnswer.raw(HttpBytes.head(200, "Content-Length: 50") + "{}").thenClose();
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), cut);
				Exchanges exchanges = new Exchanges(kind, server.endpoint())) {
			StepVerifier.create(exchanges.exchange())
				.expectErrorSatisfies((failure) -> assertThat(failure)
					.hasMessageContaining("closed before a whole answer had come; request id REQUEST-1"))
				.verify(SOON);
		}
	}

	@ParameterizedTest
	@EnumSource
	void answerThatOnlyTheEndOfTheConnectionEndsIsNotTaken(ExchangeKind kind) {
		FaultAnswer cut = FaultAnswer.raw(HttpBytes.head(200) + "{\"whole\":1}").thenCut();
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), cut);
				Exchanges exchanges = new Exchanges(kind, server.endpoint())) {
			StepVerifier.create(exchanges.exchange())
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(ConnectionClosedException.class)
					.hasMessageContaining("closed before a whole answer had come; request id REQUEST-1"))
				.verify(SOON);
			Awaitility.await().pollDelay(Duration.ZERO).atMost(SOON).until(() -> server.openConnections() == 0);
		}
	}

	@ParameterizedTest
	@EnumSource
	void answerOfKnownLengthIsReadThoughTlsDoesNotEnd(ExchangeKind kind) {
		FaultAnswer whole = FaultAnswer.ok("{\"whole\":1}").thenCut();
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), whole);
				Exchanges exchanges = new Exchanges(kind, server.endpoint())) {
			for (int i = 0; i < 5; i++) {
				StepVerifier.create(exchanges.exchange().delayElement(Duration.ofMillis(20)))
					.expectNext("{\"whole\":1}")
					.expectComplete()
					.verify(SOON);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void chunksAreNotTakenIfTheLastIsMissingWhereTlsDoesNotEnd(ExchangeKind kind) {
		FaultAnswer cut = FaultAnswer
			.raw(HttpBytes.head(200, "Transfer-Encoding: chunked") + HttpBytes.chunks("{\"whole\":1}", 5))
			.thenCut();
		try (FaultServer server = FaultServer.overTls(AUTHORITY.serverOf("localhost"), cut);
				Exchanges exchanges = new Exchanges(kind, server.endpoint())) {
			StepVerifier.create(exchanges.exchange()).expectError(ConnectionClosedException.class).verify(SOON);
		}
	}

	/**
	 * Exchanges of a transport that trusts the authority.
	 */
	private static final class Exchanges implements AutoCloseable {

		private final WebClientTransport transport;

		private final HttpAttempt attempt;

		Exchanges(ExchangeKind kind, URI server) {
			this(kind, server, NO_MEMBERS, SecuredConnectionTests::trustAuthority);
		}

		Exchanges(ExchangeKind kind, URI server, byte[] body, Callable<SslContext> context) {
			List<Consumer<WebClient.Builder>> customizers = (kind == ExchangeKind.FUNCTIONAL) ? List.of()
					: List.of((builder) -> builder.defaultHeader("X-Shaped", "yes"));
			this.transport = new WebClientTransport(SETTINGS, null, customizers,
					new ConnectionSecurity(context, SETTINGS.connectTimeout()));
			URI root = server.resolve("/");
			this.attempt = new HttpAttempt("GetItem", "orders",
					new Endpoint(root, root.getRawAuthority(), "eu-central-1", true), "DynamoDB_20120810.GetItem",
					new Signature("AWS4-HMAC-SHA256 x", "20260101T000000Z", null), "id", 1, 1, body, body.length);
		}

		Mono<String> exchange() {
			return this.transport.exchange(this.attempt)
				.map((answer) -> new String(answer.body(), StandardCharsets.UTF_8));
		}

		@Override
		public void close() {
			this.transport.close();
		}

	}

}
