package io.sprockets.dynamodb.transport;

import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.signing.Signature;
import org.jspecify.annotations.Nullable;

/**
 * One signed HTTP request.
 *
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
public record HttpAttempt(String operation, @Nullable String tableName, Endpoint endpoint, String target,
		Signature signature, String invocationId, int number, int maxAttempts, byte[] body, int length) {

	/**
	 * Returns what {@code amz-sdk-request} says: the attempt's number and how many there
	 * may be.
	 */
	String request() {
		return "attempt=" + this.number + "; max=" + this.maxAttempts;
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
