package io.sprockets.dynamodb.transport;

import java.util.function.BiConsumer;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;

/**
 * The headers of a request: those of an endpoint, the same for each, and those of one
 * attempt.
 */
final class RequestHeaders {

	private static final AsciiString CONTENT_TYPE = AsciiString.cached("application/x-amz-json-1.0");

	private static final AsciiString USER_AGENT = AsciiString.cached("sprockets-dynamodb");

	private static final AsciiString TARGET = AsciiString.cached("X-Amz-Target");

	private static final AsciiString DATE = AsciiString.cached("X-Amz-Date");

	private static final AsciiString TOKEN = AsciiString.cached("X-Amz-Security-Token");

	private static final AsciiString INVOCATION_ID = AsciiString.cached("amz-sdk-invocation-id");

	private static final AsciiString REQUEST = AsciiString.cached("amz-sdk-request");

	private RequestHeaders() {
	}

	/**
	 * Gives the headers that do not change from attempt to attempt.
	 */
	static void ofEndpoint(String host, BiConsumer<CharSequence, CharSequence> headers) {
		headers.accept(HttpHeaderNames.HOST, host);
		headers.accept(HttpHeaderNames.USER_AGENT, USER_AGENT);
		headers.accept(HttpHeaderNames.CONTENT_TYPE, CONTENT_TYPE);
	}

	/**
	 * Gives the headers of an attempt.
	 */
	static void ofAttempt(HttpAttempt attempt, BiConsumer<CharSequence, CharSequence> headers) {
		headers.accept(TARGET, attempt.target());
		headers.accept(DATE, attempt.signature().amzDate());
		String token = attempt.signature().securityToken();
		if (token != null) {
			headers.accept(TOKEN, token);
		}
		headers.accept(HttpHeaderNames.AUTHORIZATION, attempt.signature().authorization());
		headers.accept(INVOCATION_ID, attempt.invocationId());
		headers.accept(REQUEST, attempt.request());
		headers.accept(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(attempt.length()));
	}

}
