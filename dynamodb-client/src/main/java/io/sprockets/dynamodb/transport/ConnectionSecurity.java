package io.sprockets.dynamodb.transport;

import java.time.Duration;

import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;

/**
 * TLS of the JDK: the server's certificate has to be trusted and of the host's name.
 */
final class ConnectionSecurity {

	private final Http11SslContextSpec context;

	private final Duration handshakeTimeout;

	/**
	 * Creates the security of a context.
	 * @param handshakeTimeout how long a handshake may take, since a connection that is
	 * stuck in one takes a place in the pool
	 */
	ConnectionSecurity(Http11SslContextSpec context, Duration handshakeTimeout) {
		this.context = context;
		this.handshakeTimeout = handshakeTimeout;
	}

	/**
	 * Returns the security that trusts what this machine trusts.
	 */
	static ConnectionSecurity ofMachine(TransportSettings settings) {
		return new ConnectionSecurity(Http11SslContextSpec.forClient(), settings.connectTimeout());
	}

	/**
	 * Returns the client with its connections secured. Reads the trusted certificates.
	 */
	HttpClient apply(HttpClient client) {
		return client.secure((tls) -> tls.sslContext(this.context).handshakeTimeout(this.handshakeTimeout));
	}

}
