package io.sprockets.dynamodb.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.signing.Signature;
import org.jspecify.annotations.Nullable;

/**
 * One signed HTTP request, and whether it was sent.
 */
public final class HttpAttempt {

	private final String operation;

	private final @Nullable String tableName;

	private final Endpoint endpoint;

	private final String target;

	private final Signature signature;

	private final String invocationId;

	private final int number;

	private final int maxAttempts;

	private final byte[] body;

	private final int length;

	private volatile boolean sent;

	/**
	 * Creates an attempt.
	 * @param operation the operation's name
	 * @param tableName the table, if there is exactly one
	 * @param endpoint where it goes
	 * @param target the {@code X-Amz-Target} header
	 * @param signature the signature's headers
	 * @param invocationId the same for all attempts of a call
	 * @param number the attempt's number, from 1
	 * @param maxAttempts how many attempts the call may have
	 * @param body the request's bytes, in an array that may be longer
	 * @param length how many bytes of it there are
	 */
	public HttpAttempt(String operation, @Nullable String tableName, Endpoint endpoint, String target,
			Signature signature, String invocationId, int number, int maxAttempts, byte[] body, int length) {
		this.operation = operation;
		this.tableName = tableName;
		this.endpoint = endpoint;
		this.target = target;
		this.signature = signature;
		this.invocationId = invocationId;
		this.number = number;
		this.maxAttempts = maxAttempts;
		this.body = body;
		this.length = length;
	}

	public String operation() {
		return this.operation;
	}

	/**
	 * Says whether the body has a member, at any depth, with a literal as its value.
	 * @param member the member's name in its quotes
	 */
	public boolean bodySays(byte[] member, String literal) {
		for (int i = 0; i <= this.length - member.length; i++) {
			if (this.body[i] == '"' && Arrays.equals(this.body, i, i + member.length, member, 0, member.length)
					&& isValue(i + member.length, literal)) {
				return true;
			}
		}
		return false;
	}

	private boolean isValue(int start, String literal) {
		int at = start;
		boolean colon = false;
		while (at < this.length && (this.body[at] <= ' ' || this.body[at] == ':')) {
			colon |= this.body[at] == ':';
			at++;
		}
		return colon && at + literal.length() <= this.length
				&& new String(this.body, at, literal.length(), StandardCharsets.ISO_8859_1).equals(literal);
	}

	Endpoint endpoint() {
		return this.endpoint;
	}

	String target() {
		return this.target;
	}

	Signature signature() {
		return this.signature;
	}

	String invocationId() {
		return this.invocationId;
	}

	/**
	 * Returns what {@code amz-sdk-request} says: the attempt's number and how many there
	 * may be.
	 */
	String request() {
		return "attempt=" + this.number + "; max=" + this.maxAttempts;
	}

	byte[] body() {
		return this.body;
	}

	int length() {
		return this.length;
	}

	/**
	 * Notes that a connection takes the request now: from here on the service may do what
	 * it asks for.
	 */
	void markSent() {
		this.sent = true;
	}

	/**
	 * Says whether any of the request may have reached the service.
	 */
	public boolean isSent() {
		return this.sent;
	}

	/**
	 * Returns the call, for the error of this attempt.
	 */
	public FailedCall failedCall() {
		return new FailedCall(this.operation, this.tableName, this.endpoint.uri(), this.number);
	}

	@Override
	public String toString() {
		return "HttpAttempt[" + this.operation + ", " + this.endpoint.uri() + ", " + this.number + "]";
	}

}
