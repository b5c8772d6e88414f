package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.ReceivedRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class WebClientCredentialsExchangeTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final Duration IMPATIENT = Duration.ofMillis(300);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final WebClientCredentialsExchange exchange = new WebClientCredentialsExchange();

	/**
	 * Loads what the first exchange of a JVM has to load, so that times can be told.
	 */
	@BeforeAll
	static void load() {
		try (FaultServer server = new FaultServer(FaultAnswer.ok("{}"));
				WebClientCredentialsExchange first = new WebClientCredentialsExchange()) {
			CredentialsRequest request = CredentialsRequest.of("GET", server.endpoint(), LONG);
			StepVerifier.create(first.exchange(request)).expectNextCount(1).expectComplete().verify(LONG);
		}
	}

	@AfterEach
	void close() {
		this.exchange.close();
		this.server.close();
	}

	@Test
	void requestArrivesAsItWasWritten() {
		this.server.script(FaultAnswer.status(201, "{\"a\":1}", "X-Answer: yes"));
		CredentialsRequest request = CredentialsRequest.of("POST", uri("/some/path?a=1&b=%2F"), SOON)
			.withHeader("Authorization", "token")
			.withHeader("Content-Type", "application/json")
			.withBody("{\"grant\":true}".getBytes(StandardCharsets.UTF_8));
		StepVerifier.create(this.exchange.exchange(request)).assertNext((response) -> {
			assertThat(response.status()).isEqualTo(201);
			assertThat(response.headers().get("x-ANSWER")).containsExactly("yes");
			assertThat(response.body()).asString().isEqualTo("{\"a\":1}");
		}).expectComplete().verify(SOON);
		ReceivedRequest received = this.server.requests().get(0);
		assertThat(received.line()).isEqualTo("POST /some/path?a=1&b=%2F HTTP/1.1");
		assertThat(received.header("Authorization")).isEqualTo("token");
		assertThat(received.header("Content-Type")).isEqualTo("application/json");
		assertThat(received.header("Host")).isEqualTo(this.server.endpoint().getAuthority());
		assertThat(received.hasHeader("Accept-Encoding")).isFalse();
		assertThat(received.body()).asString().isEqualTo("{\"grant\":true}");
	}

	@Test
	void putWithoutBodySaysSo() {
		StepVerifier.create(this.exchange.exchange(CredentialsRequest.of("PUT", uri("/"), SOON)))
			.assertNext((response) -> assertThat(response.isSuccessful()).isTrue())
			.expectComplete()
			.verify(SOON);
		assertThat(this.server.requests().get(0).header("Content-Length")).isEqualTo("0");
	}

	@Test
	void ipv6LiteralIsReached() throws IOException {
		try (ServerSocket socket = onIpv6Loopback()) {
			URI uri = URI.create("http://[::1]:" + socket.getLocalPort() + "/");
			StepVerifier.create(this.exchange.exchange(CredentialsRequest.of("GET", uri, IMPATIENT)))
				.expectErrorSatisfies((ex) -> assertThat(((CredentialsExchangeException) ex).isConnected()).isTrue())
				.verify(SOON);
		}
	}

	@Test
	void errorStatusIsAnAnswer() {
		this.server.script(FaultAnswer.status(503, ""));
		StepVerifier.create(get()).assertNext((response) -> {
			assertThat(response.status()).isEqualTo(503);
			assertThat(response.body()).isEmpty();
		}).expectComplete().verify(SOON);
	}

	@Test
	void redirectIsNotFollowed() {
		this.server.script(FaultAnswer.status(301, "", "Location: " + uri("/elsewhere")));
		StepVerifier.create(get())
			.assertNext((response) -> assertThat(response.status()).isEqualTo(301))
			.expectComplete()
			.verify(SOON);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void connectionIsNotKept() {
		StepVerifier.create(get().then(get())).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(this.server.connections()).isEqualTo(2);
		Awaitility.await().untilAsserted(() -> assertThat(this.server.openConnections()).isZero());
	}

	@Test
	void nothingIsTriedAgain() {
		this.server.script(FaultAnswer.close());
		assertFails(SOON, "the connection was closed before a whole answer had come", true);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void connectionThatBreaksWithinTheAnswerIsNamed() {
		this.server.script(FaultAnswer.reset());
		assertFails(SOON, "the connection was closed before a whole answer had come", true);
		this.server.script(FaultAnswer.closeWithinHeaders());
		assertFails(SOON, "the connection was closed before a whole answer had come", true);
		this.server.script(FaultAnswer.closeWithinBody());
		assertFails(SOON, "the connection was closed before a whole answer had come", true);
	}

	@Test
	void silenceEndsAtTheTimeout() {
		this.server.script(FaultAnswer.silence());
		assertFails(IMPATIENT, "no whole answer came within 300 ms", true);
		Awaitility.await().untilAsserted(() -> assertThat(this.server.openConnections()).isZero());
	}

	@Test
	void drippingAnswerEndsAtTheTimeout() {
		this.server.script(FaultAnswer.drip(Duration.ofMillis(20)));
		assertFails(IMPATIENT, "no whole answer came within 300 ms", true);
		Awaitility.await().untilAsserted(() -> assertThat(this.server.openConnections()).isZero());
	}

	@Test
	void hugeBodyIsRefused() {
		this.server.script(FaultAnswer.status(200, new byte[64 * 1024 + 1]));
		assertFails(SOON, "the answer is larger than 64 KB", true);
	}

	@Test
	void bodyOfTheLargestSizeIsRead() {
		this.server.script(FaultAnswer.status(200, new byte[64 * 1024]));
		StepVerifier.create(get())
			.assertNext((response) -> assertThat(response.body()).hasSize(64 * 1024))
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void hugeHeadersAreRefused() {
		this.server.script(FaultAnswer.status(200, "{}", "X-Large: " + "x".repeat(9000)));
		assertFails(SOON, "the answer's headers are larger than 8 KB", true);
	}

	@Test
	void garbageIsNamed() {
		this.server.script(FaultAnswer.raw("\0\1garbage\r\n\r\n").thenClose());
		assertFails(SOON, "the answer is not HTTP", true);
	}

	@Test
	void refusedConnectionIsNamed() throws IOException {
		URI nobody;
		try (ServerSocket socket = new ServerSocket(0)) {
			nobody = URI.create("http://localhost:" + socket.getLocalPort());
		}
		assertFails(CredentialsRequest.of("GET", nobody, SOON), "no connection could be made", false);
	}

	@Test
	void unknownHostIsNamed() {
		assertFails(CredentialsRequest.of("GET", URI.create("http://no-such-host.invalid/"), Duration.ofSeconds(9)),
				"the host name cannot be resolved", false);
	}

	@Test
	void tlsToServerWithoutTlsIsNamed() {
		this.server.greeting(FaultAnswer.raw("HTTP/1.1 400 Bad Request\r\n\r\n"));
		URI secured = URI.create(uri("/").toString().replace("http:", "https:"));
		assertFails(CredentialsRequest.of("GET", secured, SOON), "no TLS connection could be made", false);
	}

	@Test
	void untrustedCertificateIsNamed(@TempDir Path folder) throws Exception {
		try (SelfSignedServer selfSigned = new SelfSignedServer(folder)) {
			assertFails(CredentialsRequest.of("GET", selfSigned.uri(), SOON),
					"the server's TLS certificate is not trusted", false);
		}
	}

	@Test
	void headerThatHttpForbidsIsAnErrorWithoutItsValue() {
		StepVerifier
			.create(this.exchange
				.exchange(CredentialsRequest.of("GET", uri("/"), SOON).withHeader("X-Token", "se\ncret")))
			.expectErrorMessage("the request has a header that HTTP does not allow")
			.verify(SOON);
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void proxyOfTheSystemIsNotUsed() {
		Map<String, String> proxy = Map.of("http.proxyHost", "proxy.invalid", "http.proxyPort", "1",
				"http.nonProxyHosts", "nothing");
		proxy.forEach(System::setProperty);
		try (WebClientCredentialsExchange direct = new WebClientCredentialsExchange()) {
			StepVerifier.create(direct.exchange(CredentialsRequest.of("GET", uri("/"), SOON)))
				.expectNextCount(1)
				.expectComplete()
				.verify(SOON);
		}
		finally {
			proxy.keySet().forEach(System::clearProperty);
		}
	}

	@Test
	void threadIsMadeAtTheFirstExchangeOnlyAndEndsWithTheClosing() {
		Awaitility.await().untilAsserted(() -> assertThat(ownThreads()).isZero());
		Mono<CredentialsResponse> unsubscribed = get();
		assertThat(ownThreads()).isZero();
		StepVerifier.create(unsubscribed).expectNextCount(1).expectComplete().verify(SOON);
		StepVerifier.create(get()).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(ownThreads()).isOne();
		this.exchange.close();
		Awaitility.await().untilAsserted(() -> assertThat(ownThreads()).isZero());
	}

	@Test
	void closingEndsWhatRuns() {
		this.server.script(FaultAnswer.silence());
		StepVerifier.create(get(SOON))
			.then(() -> Awaitility.await().until(() -> this.server.requests().size() == 1))
			.then(this.exchange::close)
			.expectErrorMessage("the client was closed")
			.verify(SOON);
		Awaitility.await().untilAsserted(() -> assertThat(this.server.openConnections()).isZero());
	}

	@Test
	void exchangeAfterClosingFailsAtOnce() {
		this.exchange.close();
		this.exchange.close();
		assertFails(SOON, "the client was closed", true);
		assertThat(this.server.connections()).isZero();
	}

	@Test
	void cancellingClosesTheConnection() {
		this.server.script(FaultAnswer.silence());
		Disposable subscription = get(SOON).subscribe();
		Awaitility.await().until(() -> this.server.requests().size() == 1);
		subscription.dispose();
		Awaitility.await().untilAsserted(() -> assertThat(this.server.openConnections()).isZero());
	}

	private static ServerSocket onIpv6Loopback() {
		try {
			return new ServerSocket(0, 1, InetAddress.getByName("::1"));
		}
		catch (IOException ex) {
			return Assumptions.abort("This machine has no IPv6");
		}
	}

	private static long ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("dynamodb-credentials"))
			.peek((thread) -> assertThat(thread.isDaemon()).isTrue())
			.count();
	}

	private Mono<CredentialsResponse> get() {
		return get(SOON);
	}

	private Mono<CredentialsResponse> get(Duration timeout) {
		return this.exchange.exchange(CredentialsRequest.of("GET", uri("/"), timeout));
	}

	private URI uri(String path) {
		return URI.create(this.server.endpoint() + path);
	}

	private void assertFails(Duration timeout, String reason, boolean connected) {
		assertFails(CredentialsRequest.of("GET", uri("/"), timeout), reason, connected);
	}

	private void assertFails(CredentialsRequest request, String reason, boolean connected) {
		StepVerifier.create(this.exchange.exchange(request)).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(CredentialsExchangeException.class).hasMessage(reason);
			assertThat(((CredentialsExchangeException) ex).isConnected()).isEqualTo(connected);
		}).verify(SOON);
	}

}
