package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * From the exceptions of the HTTP client to reasons in plain words.
 *
 * @param timeout of the exchange
 * @param connectTimeout of its connection
 * @param connected whether there was a connection
 */
record CredentialsFailures(Duration timeout, Duration connectTimeout, boolean connected) {

	static final String CLOSED = "the client was closed";

	CredentialsExchangeException translate(Throwable failure) {
		if (failure instanceof CredentialsExchangeException own) {
			return own;
		}
		// The wrapper keeps the request's headers, tokens included
		Throwable source = (failure instanceof WebClientRequestException && failure.getCause() != null)
				? failure.getCause() : failure;
		return new CredentialsExchangeException(reason(source), this.connected, source);
	}

	private String reason(Throwable source) {
		String certificate = ofCertificate(source);
		if (certificate != null) {
			return certificate;
		}
		for (Throwable cause = source; cause != null; cause = cause.getCause()) {
			String reason = ofTime(cause);
			if (reason == null) {
				reason = this.connected ? ofExchange(cause, source) : ofConnecting(cause);
			}
			if (reason != null) {
				return reason;
			}
		}
		return "the exchange broke off (" + source.getClass().getSimpleName() + ")";
	}

	private static @Nullable String ofCertificate(Throwable source) {
		for (Throwable cause = source; cause != null; cause = cause.getCause()) {
			if (cause instanceof CertificateException) {
				return "the server's TLS certificate is not trusted";
			}
		}
		return null;
	}

	private @Nullable String ofTime(Throwable cause) {
		if (cause instanceof TimeoutException) {
			return this.connected ? "no whole answer came within " + this.timeout.toMillis() + " ms"
					: "no connection was made in time";
		}
		return (cause instanceof ConnectTimeoutException)
				? "no connection was made within " + this.connectTimeout.toMillis() + " ms" : null;
	}

	private static @Nullable String ofConnecting(Throwable cause) {
		if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
			return "the host name cannot be resolved";
		}
		if (cause instanceof SSLException) {
			return "no TLS connection could be made";
		}
		return (cause instanceof IOException) ? "no connection could be made" : null;
	}

	private static @Nullable String ofExchange(Throwable cause, Throwable source) {
		if (cause instanceof DataBufferLimitException) {
			return "the answer is larger than " + WebClientCredentialsExchange.MAX_BODY_BYTES / 1024 + " KB";
		}
		if (cause instanceof TooLongFrameException) {
			return "the answer's headers are larger than " + CredentialsConnector.MAX_HEADER_BYTES / 1024 + " KB";
		}
		if (cause instanceof IOException || cause instanceof PrematureChannelClosureException
				|| cause instanceof AbortedException) {
			return "the connection was closed before a whole answer had come";
		}
		if (source instanceof IllegalArgumentException && source.getCause() != null) {
			return "the request has a header that HTTP does not allow";
		}
		return (source instanceof IllegalArgumentException || source instanceof DecoderException)
				? "the answer is not HTTP" : null;
	}

}
