package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.util.Map;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.sprockets.dynamodb.error.ClientClosedException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.ConnectionPoolExhaustedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbTransportException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.ResponseTooLargeException;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import org.springframework.core.io.buffer.DataBufferLimitException;
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
	DynamoDbException translate(Throwable failure, SignedRequest request) {
		if (withoutRequest(failure) instanceof DynamoDbException own) {
			return own;
		}
		if (this.closed) {
			return clientClosed(request.attempt(), withoutRequest(failure));
		}
		FailedCall call = request.attempt().failedCall();
		DynamoDbTransportException translated = translate(failure, call, this.settings);
		return (translated instanceof ConnectionClosedException && !request.isSent()) ? new ConnectionFailedException(
				"The connection was closed before the request was sent", call, translated.getCause()) : translated;
	}

	/**
	 * Returns the error of a call that comes after, or falls into, the closing.
	 */
	static ClientClosedException clientClosed(HttpAttempt attempt, @Nullable Throwable failure) {
		return new ClientClosedException("The client was closed", attempt.failedCall(), failure);
	}

	static DynamoDbTransportException translate(Throwable failure, FailedCall call, TransportSettings settings) {
		Throwable source = withoutRequest(failure);
		if (source instanceof BrokenAnswerException broken) {
			return translate(broken.failure(), broken.head(), call, settings);
		}
		return translate(source, (source instanceof NotHttpException notHttp) ? notHttp.head() : null, call, settings);
	}

	/**
	 * Takes off the wrapper that keeps the request's headers, signature included.
	 */
	private static Throwable withoutRequest(Throwable failure) {
		return (failure instanceof WebClientRequestException && failure.getCause() != null) ? failure.getCause()
				: failure;
	}

	private static DynamoDbTransportException translate(Throwable source, @Nullable AnswerHead head, FailedCall call,
			TransportSettings settings) {
		if (source instanceof OversizedAnswerException || source instanceof DataBufferLimitException) {
			return tooLarge(head, call, settings);
		}
		for (Throwable cause = source; cause != null; cause = cause.getCause()) {
			DynamoDbTransportException known = known(cause, source, head, call, settings);
			if (known != null) {
				return known;
			}
		}
		return new ConnectionClosedException(
				"The exchange broke off: " + source.getClass().getSimpleName() + ofRequest(head), call, source);
	}

	private static @Nullable DynamoDbTransportException known(Throwable cause, Throwable source,
			@Nullable AnswerHead head, FailedCall call, TransportSettings settings) {
		DynamoDbTransportException failure = ofPool(cause, source, call, settings);
		if (failure == null) {
			failure = ConnectFailures.translate(cause, source, call, settings);
		}
		return (failure != null) ? failure : ofExchange(cause, source, head, call);
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

	private static @Nullable DynamoDbTransportException ofExchange(Throwable cause, Throwable source,
			@Nullable AnswerHead head, FailedCall call) {
		if (cause instanceof NotHttpException) {
			return unreadable(String.valueOf(cause.getMessage()), head, call, null);
		}
		if (cause instanceof IOException || cause instanceof PrematureChannelClosureException
				|| cause instanceof AbortedException) {
			return new ConnectionClosedException(
					"The connection was closed before a whole answer had come" + ofRequest(head), call, source);
		}
		// Of Netty's two, the decoder's has no cause, that of a request's header has one
		boolean notHttp = source.getCause() == null
				&& (source instanceof IllegalArgumentException || source instanceof DecoderException);
		return notHttp ? unreadable("The answer is not HTTP", head, call, source) : null;
	}

	private static UnreadableResponseException unreadable(String problem, @Nullable AnswerHead head, FailedCall call,
			@Nullable Throwable cause) {
		return (head != null)
				? new UnreadableResponseException(problem, call, head.status(), head.copyOfHeaders(), NO_BODY, cause)
				: new UnreadableResponseException(problem, call, 0, Map.of(), NO_BODY, cause);
	}

	private static ResponseTooLargeException tooLarge(@Nullable AnswerHead head, FailedCall call,
			TransportSettings settings) {
		return new ResponseTooLargeException(
				"The answer is larger than dynamodb.max-response-size of " + settings.maxResponseSize()
						+ " bytes; ask for less at once, or raise it",
				call, (head != null) ? head.status() : 0, (head != null) ? head.copyOfHeaders() : Map.of(), NO_BODY,
				null);
	}

	private static String ofRequest(@Nullable AnswerHead head) {
		String requestId = (head != null) ? head.requestId() : null;
		return (requestId != null) ? "; request id " + requestId : "";
	}

}
