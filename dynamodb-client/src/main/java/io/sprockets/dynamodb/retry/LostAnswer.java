package io.sprockets.dynamodb.retry;

import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.InvalidResponseException;

/**
 * Tells failures after which nobody knows whether the service did what it was asked.
 */
public final class LostAnswer {

	private static final int FIRST_SERVER_ERROR = 500;

	private LostAnswer() {
	}

	/**
	 * Says whether a request that was sent may have been done all the same.
	 */
	public static boolean is(DynamoDbException failure) {
		if (failure instanceof DynamoDbServiceException answered) {
			return answered.statusCode() >= FIRST_SERVER_ERROR;
		}
		return failure instanceof AttemptTimeoutException || failure instanceof ConnectionClosedException
				|| failure instanceof InvalidResponseException;
	}

}
