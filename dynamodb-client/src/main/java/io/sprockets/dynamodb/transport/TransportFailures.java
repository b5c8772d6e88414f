package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;

import javax.net.ssl.SSLHandshakeException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.ssl.NotSslRecordException;
import io.sprockets.dynamodb.error.ClientClosedException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.ConnectionPoolExhaustedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbTransportException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * From the exceptions of the HTTP client to the client's own, none of which shows Netty
 * or Reactor to its reader.
 */
final class TransportFailures {

	private static final byte[] NO_BODY = {};

	private final TransportSettings settings;

	private volatile boolean closed;

	TransportFailures(TransportSettings settings) {
		this.settings = settings;
	}

	/**
	 * From now on every failure is that the client was closed.
	 */
	void close() {
		this.closed = true;
	}

	/**
	 * Says whether the client was closed.
	 */
	boolean isClosed() {
		return this.closed;
	}

	/**
	 * Returns the client's own exception for any failure of an exchange.
	 */
	DynamoDbException translate(Throwable failure, HttpAttempt attempt) {
		if (failure instanceof DynamoDbException own) {
			return own;
		}
		return this.closed ? clientClosed(attempt, failure) : translate(failure, attempt.failedCall(), this.settings);
	}

	/**
	 * Returns the error of a call that comes after, or falls into, the closing.
	 */
	static ClientClosedException clientClosed(HttpAttempt attempt, @Nullable Throwable failure) {
		return new ClientClosedException("The client was closed", attempt.failedCall(), failure);
	}

	static DynamoDbTransportException translate(Throwable failure, FailedCall call, TransportSettings settings) {
		Throwable source = withoutRequest(failure);
		for (Throwable cause = source; cause != null; cause = cause.getCause()) {
			DynamoDbTransportException known = known(cause, source, call, settings);
			if (known != null) {
				return known;
			}
		}
		return new ConnectionClosedException("The exchange broke off: " + source.getClass().getSimpleName(), call,
				source);
	}

	/**
	 * Takes off the wrapper that keeps the request's headers, signature included.
	 */
	private static Throwable withoutRequest(Throwable failure) {
		return (failure instanceof WebClientRequestException && failure.getCause() != null) ? failure.getCause()
				: failure;
	}

	private static @Nullable DynamoDbTransportException known(Throwable cause, Throwable source, FailedCall call,
			TransportSettings settings) {
		DynamoDbTransportException failure = ofPool(cause, source, call, settings);
		if (failure == null) {
			failure = ofConnecting(cause, source, call, settings);
		}
		return (failure != null) ? failure : ofExchange(cause, source, call);
	}

	private static @Nullable DynamoDbTransportException ofPool(Throwable cause, Throwable source, FailedCall call,
			TransportSettings settings) {
		if (cause instanceof PoolAcquireTimeoutException) {
			return new ConnectionPoolExhaustedException("All " + settings.maxClients()
					+ " connections are in use, and none became free within " + settings.acquireTimeout().toMillis()
					+ " ms; raise dynamodb.max-clients, or dynamodb.acquire-timeout", call, source);
		}
		if (cause instanceof PoolAcquirePendingLimitException) {
			return new ConnectionPoolExhaustedException(
					"All " + settings.maxClients() + " connections are in use, and " + settings.pendingAcquireMaxCount()
							+ " calls wait for one already; raise dynamodb.max-clients, or send fewer calls at once",
					call, source);
		}
		return null;
	}

	private static @Nullable DynamoDbTransportException ofConnecting(Throwable cause, Throwable source, FailedCall call,
			TransportSettings settings) {
		if (cause instanceof ConnectTimeoutException) {
			return new ConnectionFailedException("No connection was made within dynamodb.connect-timeout of "
					+ settings.connectTimeout().toMillis() + " ms", call, source);
		}
		if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
			return new ConnectionFailedException(
					"The host name cannot be resolved; check dynamodb.region and dynamodb.endpoint", call, source);
		}
		if (cause instanceof ConnectException || cause instanceof NoRouteToHostException
				|| cause instanceof BindException) {
			return new ConnectionFailedException(
					"No connection could be made; check that the server runs, and dynamodb.endpoint", call, source);
		}
		if (cause instanceof SSLHandshakeException || cause instanceof NotSslRecordException) {
			return new ConnectionFailedException(
					"No trusted TLS connection could be made; check the server's certificate", call, source);
		}
		return null;
	}

	private static @Nullable DynamoDbTransportException ofExchange(Throwable cause, Throwable source, FailedCall call) {
		if (cause instanceof IOException || cause instanceof PrematureChannelClosureException
				|| cause instanceof AbortedException) {
			return new ConnectionClosedException("The connection was closed before a whole answer had come", call,
					source);
		}
		// Of Netty's two, the decoder's has no cause, that of a request's header has one
		boolean notHttp = source.getCause() == null
				&& (source instanceof IllegalArgumentException || source instanceof DecoderException);
		return notHttp ? new UnreadableResponseException("The answer is not HTTP", call, 0, Map.of(), NO_BODY, source)
				: null;
	}

}
