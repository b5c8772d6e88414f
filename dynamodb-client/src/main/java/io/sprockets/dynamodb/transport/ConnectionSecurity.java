package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.concurrent.Callable;

import io.netty.handler.ssl.SslContext;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;

import org.springframework.core.NestedExceptionUtils;

/**
 * TLS of the JDK: the server's certificate has to be trusted and of the host's name.
 */
final class ConnectionSecurity {

	private final Callable<SslContext> context;

	private final Duration handshakeTimeout;

	/**
	 * Creates the security of a context.
	 * @param context makes the context, and may block
	 * @param handshakeTimeout how long a handshake may take, since a connection that is
	 * stuck in one takes a place in the pool
	 */
	ConnectionSecurity(Callable<SslContext> context, Duration handshakeTimeout) {
		this.context = context;
		this.handshakeTimeout = handshakeTimeout;
	}

	/**
	 * Returns the security that trusts what this machine trusts.
	 */
	static ConnectionSecurity ofMachine(TransportSettings settings) {
		return new ConnectionSecurity(() -> Http11SslContextSpec.forClient().sslContext(), settings.connectTimeout());
	}

	/**
	 * Returns the client with its connections secured, one and the same for all
	 * subscribers. The first waits for the trusted certificates, which are read where
	 * blocking is allowed; without them it is a {@link DynamoDbConfigurationException}.
	 */
	Mono<HttpClient> secure(HttpClient client) {
		return Mono.fromCallable(() -> apply(client))
			.subscribeOn(Schedulers.boundedElastic())
			.cacheInvalidateIf((secured) -> false);
	}

	private HttpClient apply(HttpClient client) {
		SslContext made = makeContext();
		return client.secure((tls) -> tls.sslContext(made).handshakeTimeout(this.handshakeTimeout));
	}

	private SslContext makeContext() {
		try {
			return this.context.call();
		}
		catch (Exception ex) {
			throw new DynamoDbConfigurationException(
					"TLS could not be set up: " + NestedExceptionUtils.getMostSpecificCause(ex).getMessage()
							+ "; check the JDK's trust store, and what javax.net.ssl.trustStore says of it",
					ex);
		}
	}

}
