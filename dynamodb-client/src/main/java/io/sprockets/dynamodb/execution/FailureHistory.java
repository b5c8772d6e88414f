package io.sprockets.dynamodb.execution;

import java.util.Map;

import io.sprockets.dynamodb.codec.RequestBody;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.error.UnknownOutcomeException;
import io.sprockets.dynamodb.outcome.SentWrite;
import io.sprockets.dynamodb.retry.LostAnswer;
import io.sprockets.dynamodb.retry.Remedy;
import io.sprockets.dynamodb.retry.RetryDecision;
import io.sprockets.dynamodb.retry.RetryStrategy;
import io.sprockets.dynamodb.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a call so far, and what follows on it. Made at the first failure.
 */
final class FailureHistory {

	private static final int OK = 200;

	private final PipelineParts parts;

	private final CallRequest request;

	private final boolean sendOnce;

	/** The first failure after which the request may have been done. */
	private volatile @Nullable DynamoDbException lost;

	private volatile @Nullable DynamoDbException last;

	private @Nullable SentWrite write;

	private boolean credentialsRenewed;

	private int lastRetryCost;

	/**
	 * Creates the history of a call.
	 * @param sendOnce whether no write is tried again that was sent
	 */
	FailureHistory(PipelineParts parts, CallRequest request, boolean sendOnce) {
		this.parts = parts;
		this.request = request;
		this.sendOnce = sendOnce;
	}

	/**
	 * Notes a failure.
	 * @param attempt the attempt that failed, {@code null} if none was sent
	 */
	void note(DynamoDbException failure, @Nullable Attempt attempt) {
		this.last = failure;
		if (this.lost == null && isLost(failure, attempt)) {
			this.lost = failure;
		}
	}

	/**
	 * Notes that the call ended while an attempt was under way.
	 */
	void noteLost(DynamoDbException failure) {
		if (this.lost == null) {
			this.lost = failure;
		}
	}

	/**
	 * Decides what follows on the failure noted last.
	 */
	RetryDecision decide(DynamoDbException failure, @Nullable Attempt attempt, RetryStrategy retries) {
		boolean lostNow = isLost(failure, attempt);
		boolean remedied = attempt != null && isRemedied(failure, attempt);
		if (lostNow && (this.sendOnce || !retries.retryOnceSent()) && write().isWrite()) {
			return RetryDecision.NOT_RETRYABLE;
		}
		RetryDecision decision = retries.afterFailure(this.request.attempts(), failure, remedied);
		this.lastRetryCost = decision.cost();
		if (decision.isRetry() && lostNow) {
			RequestBody asking = write().asking();
			if (asking != null) {
				this.request.rewrite(asking, this.parts.signer());
			}
		}
		return decision;
	}

	private static boolean isLost(DynamoDbException failure, @Nullable Attempt attempt) {
		return attempt != null && attempt.http().isSent() && LostAnswer.is(failure);
	}

	private boolean isRemedied(DynamoDbException failure, Attempt attempt) {
		return switch (Remedy.of(failure)) {
			case NONE -> false;
			case NEW_CREDENTIALS -> renewCredentials(attempt.credentials());
			case CLOCK -> {
				this.parts.clock().believe((DynamoDbServiceException) failure, attempt.startedAt());
				yield true;
			}
			case CLOCK_IF_OFF -> this.parts.clock().offsetMillis() != attempt.clockOffset();
		};
	}

	private boolean renewCredentials(AwsCredentials rejected) {
		if (this.credentialsRenewed) {
			return false;
		}
		this.credentialsRenewed = true;
		this.parts.credentials(this.request.endpoint()).invalidate(rejected);
		return true;
	}

	/**
	 * Returns the answer that was lost, if the failure proves that it was one of success.
	 */
	@Nullable HttpAnswer provenAnswer(DynamoDbException failure) {
		boolean telling = this.lost != null && failure instanceof ConditionalCheckFailedException;
		if (telling && ((DynamoDbServiceException) failure).details().get("Item") instanceof Map<?, ?> item) {
			byte[] answer = write().answerProvenBy(item);
			return (answer != null) ? HttpAnswer.of(OK, answer) : null;
		}
		return null;
	}

	/**
	 * Returns the error the call ends with.
	 * @param failure what ended it, the last attempt's failure or the call's own
	 */
	@SuppressWarnings("ReferenceEquality")
	DynamoDbException outcome(DynamoDbException failure) {
		DynamoDbException first = this.lost;
		if (first == null || failure instanceof ItemConversionException) {
			return failure;
		}
		boolean lostAtLast = !(failure instanceof DynamoDbServiceException) || failure == first
				|| LostAnswer.is(failure);
		return write().leavesUnknown(lostAtLast)
				? new UnknownOutcomeException(this.request.failedCall(), first, failure) : failure;
	}

	/**
	 * Returns what failed last.
	 */
	@Nullable DynamoDbException last() {
		return this.last;
	}

	/**
	 * Returns what the last retry took from the quota.
	 */
	int lastRetryCost() {
		return this.lastRetryCost;
	}

	private SentWrite write() {
		SentWrite known = this.write;
		if (known == null) {
			known = this.request.asWrite();
			this.write = known;
		}
		return known;
	}

}
