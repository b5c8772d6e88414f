package io.sprockets.dynamodb.transport;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.jspecify.annotations.Nullable;

/**
 * What came over a connection is not HTTP/1.1. Turned into the client's own exception
 * where the call is known. Without a stack trace, which would be Netty's, and without
 * Netty's exception, whose words quote the answer: an item may stand where a status line
 * should.
 */
final class NotHttpException extends RuntimeException {

	private final @Nullable AnswerHead head;

	private NotHttpException(String problem, @Nullable AnswerHead head) {
		super(problem, null, false, false);
		this.head = head;
	}

	/**
	 * Returns the exception of an answer whose first byte begins no status line.
	 */
	static NotHttpException atFirstByte() {
		return new NotHttpException("The answer is not HTTP/1.1; check scheme and port of dynamodb.endpoint", null);
	}

	/**
	 * Returns the exception of an answer with a status that no answer can have.
	 */
	static NotHttpException ofStatus(int status) {
		return new NotHttpException("The answer is not HTTP: its status is " + status, null);
	}

	/**
	 * Returns the exception of what could not be decoded.
	 */
	static NotHttpException of(HttpObject message) {
		Throwable cause = message.decoderResult().cause();
		if (cause instanceof NotHttpException own) {
			return own;
		}
		boolean headKnown = message instanceof HttpResponse && !(message instanceof FullHttpResponse);
		AnswerHead head = headKnown ? AnswerHead.of((HttpResponse) message) : null;
		return new NotHttpException("The answer is not HTTP: " + problem(message, cause, headKnown), head);
	}

	private static String problem(HttpObject message, Throwable cause, boolean headKnown) {
		if (cause instanceof TooLongHttpHeaderException) {
			return "its headers are longer than 8 KB";
		}
		if (cause instanceof TooLongHttpLineException) {
			return "a line is longer than 4 KB";
		}
		if (headKnown) {
			return "its headers are malformed, or contradict each other";
		}
		return (message instanceof HttpResponse) ? "its status line is malformed" : "its chunks are malformed";
	}

	/**
	 * Returns the answer's head, if it was read.
	 */
	@Nullable AnswerHead head() {
		return this.head;
	}

}
