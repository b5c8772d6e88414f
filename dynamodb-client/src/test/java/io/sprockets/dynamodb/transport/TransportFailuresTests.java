package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.resolver.dns.DnsNameResolverException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.DynamoDbTransportException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import io.sprockets.dynamodb.error.UntrustedCertificateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.netty.channel.AbortedException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TransportFailuresTests {

	private static final URI ENDPOINT = URI.create("https://dynamodb.example.com/");

	private static final FailedCall CALL = new FailedCall("GetItem", "orders", ENDPOINT, 2);

	private static final TransportSettings SETTINGS = new TransportSettings(10, 20, Duration.ofMillis(50),
			Duration.ofMillis(70), Duration.ofMillis(90), 1_000);

	@ParameterizedTest
	@MethodSource("failures")
	void becomesTheClientsOwnError(Throwable failure, Class<?> type, String words) {
		assertIs(TransportFailures.translate(failure, CALL, SETTINGS), failure, type, words);
	}

	@ParameterizedTest
	@MethodSource("failures")
	void becomesTheSameWithoutTheRequestAroundIt(Throwable failure, Class<?> type, String words) {
		WebClientRequestException around = new WebClientRequestException(failure, HttpMethod.POST, ENDPOINT,
				new HttpHeaders());
		assertIs(TransportFailures.translate(around, CALL, SETTINGS), failure, type, words);
	}

	@Test
	void knownCauseIsFoundBelowOthers() {
		DynamoDbTransportException translated = TransportFailures
			.translate(new RuntimeException(new RuntimeException(new ConnectException())), CALL, SETTINGS);
		assertThat(translated).isInstanceOf(ConnectionFailedException.class);
	}

	static Stream<Arguments> failures() {
		return Stream.of(arguments(new UnknownHostException("x"), ConnectionFailedException.class, "dynamodb.region"),
				arguments(new UnresolvedAddressException(), ConnectionFailedException.class, "dynamodb.endpoint"),
				arguments(new ConnectTimeoutException(), ConnectionFailedException.class,
						"dynamodb.connect-timeout of 70 ms"),
				arguments(new ConnectException("refused"), ConnectionFailedException.class, "No connection"),
				arguments(new NoRouteToHostException(), ConnectionFailedException.class, "No connection"),
				arguments(
						new SocketException("no network: /192.0.2.1:443").initCause(new SocketException("no network")),
						ConnectionFailedException.class, "No connection"),
				arguments(new UnknownHostException("x").initCause(noNameServer()), ConnectionFailedException.class,
						"no name server has answered"),
				arguments(new SSLHandshakeException("no version"), ConnectionFailedException.class, "TLS handshake"),
				arguments(new SslHandshakeTimeoutException("late"), ConnectionFailedException.class, "TLS handshake"),
				arguments(new DecoderException(new SSLHandshakeException("no version")),
						ConnectionFailedException.class, "TLS handshake"),
				arguments(handshake(new CertificateExpiredException()), UntrustedCertificateException.class,
						"certificate is refused: it has expired"),
				arguments(handshake(new CertificateNotYetValidException()), UntrustedCertificateException.class,
						"certificate is refused: it is not valid yet"),
				arguments(handshake(new CertPathBuilderException()), UntrustedCertificateException.class,
						"certificate is refused: it is signed by itself"),
				arguments(handshake(new CertificateException("No name matching x found")),
						UntrustedCertificateException.class, "certificate is refused: it is for another host"),
				arguments(handshake(new CertificateException("odd")), UntrustedCertificateException.class,
						"certificate is refused: it is not valid"),
				arguments(new NotSslRecordException("plain"), ConnectionFailedException.class, "does not speak TLS"),
				arguments(new SSLException("closed"), ConnectionClosedException.class, "closed before a whole answer"),
				arguments(new ClosedChannelException(), ConnectionClosedException.class, "closed before"),
				arguments(new SocketException("reset"), ConnectionClosedException.class, "closed before"),
				arguments(new IOException("broken pipe"), ConnectionClosedException.class, "closed before"),
				arguments(new AbortedException("aborted"), ConnectionClosedException.class, "closed before"),
				arguments(new PrematureChannelClosureException("cut"), ConnectionClosedException.class,
						"closed before"),
				arguments(ReadTimeoutException.INSTANCE, ConnectionClosedException.class, "ReadTimeoutException"),
				arguments(new TooLongHttpHeaderException("8192"), UnreadableResponseException.class, "not HTTP"),
				arguments(new NumberFormatException("two"), UnreadableResponseException.class, "not HTTP"),
				arguments(new IllegalArgumentException("header", new IllegalArgumentException("value")),
						ConnectionClosedException.class, "IllegalArgumentException"),
				arguments(new IllegalStateException("odd"), ConnectionClosedException.class, "IllegalStateException"));
	}

	private static Throwable noNameServer() {
		return new DnsNameResolverException(InetSocketAddress.createUnresolved("192.0.2.1", 53),
				new DefaultDnsQuestion("x.", DnsRecordType.A), "late");
	}

	private static Throwable handshake(Exception problem) {
		return new DecoderException(new SSLHandshakeException("General").initCause(new Exception(problem)));
	}

	private static void assertIs(DynamoDbTransportException translated, Throwable failure, Class<?> type,
			String words) {
		assertThat(translated).isInstanceOf(type)
			.hasCause(failure)
			.hasMessageContaining(words)
			.hasMessageEndingWith("(" + CALL + ")");
		assertThat(translated.call()).isEqualTo(CALL);
	}

}
