package io.sprockets.dynamodb.transport;

import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLHandshakeException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.resolver.dns.DnsNameResolverException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.UntrustedCertificateException;
import org.jspecify.annotations.Nullable;

/**
 * What kept a connection from being made, in the client's own exceptions.
 */
final class ConnectFailures {

	private ConnectFailures() {
	}

	/**
	 * Returns the exception of a cause, {@code null} if it is none of connecting.
	 * @param source the whole failure
	 */
	static @Nullable ConnectionFailedException translate(Throwable cause, Throwable source, FailedCall call,
			TransportSettings settings) {
		String certificate = CertificateProblem.find(source);
		if (certificate != null) {
			return new UntrustedCertificateException(
					"The server's certificate is refused: " + certificate + "; check dynamodb.endpoint", call, source);
		}
		String problem = problem(cause, settings);
		return (problem != null) ? new ConnectionFailedException(problem, call, source) : null;
	}

	/**
	 * Says whether it is one of the rarer failures of connecting, such as that this
	 * machine has no network: Netty gives those the address, and a cause, and no others.
	 */
	private static boolean isOfConnecting(Throwable failure) {
		return failure instanceof SocketException && failure.getCause() instanceof SocketException;
	}

	private static @Nullable String problem(Throwable cause, TransportSettings settings) {
		if (cause instanceof ConnectTimeoutException) {
			return "No connection was made within dynamodb.connect-timeout of " + settings.connectTimeout().toMillis()
					+ " ms";
		}
		if (cause instanceof ResolutionTimeoutException) {
			return "The host name was not resolved within dynamodb.connect-timeout of "
					+ settings.connectTimeout().toMillis() + " ms; check this machine's name servers";
		}
		if (cause instanceof UnknownHostException && cause.getCause() instanceof DnsNameResolverException) {
			return "The host name cannot be resolved, as no name server has answered; check this machine's network "
					+ "and name servers";
		}
		if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
			return "The host name cannot be resolved; check dynamodb.region and dynamodb.endpoint";
		}
		if (cause instanceof ConnectException || cause instanceof NoRouteToHostException
				|| cause instanceof BindException || isOfConnecting(cause)) {
			return "No connection could be made; check that the server runs, and dynamodb.endpoint";
		}
		if (cause instanceof NotSslRecordException) {
			return "The server does not speak TLS; check scheme and port of dynamodb.endpoint";
		}
		return (cause instanceof SSLHandshakeException)
				? "The TLS handshake was not finished: the server refused it, broke it off, or took longer than "
						+ "dynamodb.connect-timeout"
				: null;
	}

}
