package io.sprockets.dynamodb.transport;

import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.test.FaultAnswer;

/**
 * What a server does wrong, and what becomes of a call to a server that does so each
 * time.
 *
 * @param name what it is called in a test's name
 * @param answer what the server does
 * @param error the error of the call
 * @param attempts after how many attempts
 * @param words what the error's message contains besides operation, table, endpoint and
 * attempts
 */
record Fault(String name, FaultAnswer answer, Class<? extends DynamoDbException> error, int attempts, String words) {

	/**
	 * Creates a fault that is tried again.
	 */
	static Fault retried(String name, FaultAnswer answer, Class<? extends DynamoDbException> error, String words) {
		return new Fault(name, answer, error, 4, words);
	}

	/**
	 * Creates a fault that is not tried again.
	 */
	static Fault lasting(String name, FaultAnswer answer, Class<? extends DynamoDbException> error, String words) {
		return new Fault(name, answer, error, 1, words);
	}

	boolean isRetried() {
		return this.attempts > 1;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
