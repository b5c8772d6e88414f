package io.sprockets.dynamodb.retry;

import java.util.Set;

import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.DynamoDbThrottlingException;
import io.sprockets.dynamodb.error.EmptyResponseException;
import io.sprockets.dynamodb.error.ReplicatedWriteConflictException;
import io.sprockets.dynamodb.error.RequestTimeoutException;
import io.sprockets.dynamodb.error.ResponseChecksumException;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import io.sprockets.dynamodb.error.UntrustedCertificateException;

/**
 * The one table of what is tried again: by the error's class, then by the status, then by
 * what happened on the way.
 */
final class RetryClassifier {

	private static final Set<Integer> TRANSIENT_STATUSES = Set.of(500, 502, 503, 504);

	private RetryClassifier() {
	}

	static RetryClass classify(DynamoDbException failure) {
		if (failure instanceof DynamoDbThrottlingException) {
			return RetryClass.THROTTLING;
		}
		if (failure instanceof DynamoDbServiceException answered) {
			boolean passing = TRANSIENT_STATUSES.contains(answered.statusCode())
					|| failure instanceof ReplicatedWriteConflictException
					|| failure instanceof RequestTimeoutException;
			return passing ? RetryClass.TRANSIENT : RetryClass.NONE;
		}
		if (failure instanceof UntrustedCertificateException) {
			return RetryClass.NONE;
		}
		boolean lost = failure instanceof AttemptTimeoutException || failure instanceof ConnectionFailedException
				|| failure instanceof ConnectionClosedException || failure instanceof ResponseChecksumException
				|| failure instanceof EmptyResponseException || failure instanceof UnreadableResponseException;
		return lost ? RetryClass.TRANSIENT : RetryClass.NONE;
	}

}
