package io.sprockets.dynamodb.error;

/**
 * Nobody knows whether a write was done: it was sent, its answer was lost, and it is one
 * whose repetition could not clear that up, since it has a condition, or adds to what is
 * stored. Read the item before writing again.
 *
 * <p>
 * The cause is how the last attempt failed. If that is a
 * {@link ConditionalCheckFailedException}, the lost attempt may have been what made the
 * condition fail.
 */
public final class UnknownOutcomeException extends DynamoDbTransportException {

	/**
	 * Creates an exception.
	 * @param lost the failure of the first attempt whose answer was lost
	 * @param last the failure of the last attempt, maybe the same
	 */
	@SuppressWarnings("ReferenceEquality")
	public UnknownOutcomeException(FailedCall call, DynamoDbException lost, DynamoDbException last) {
		super("It is not known whether the write was done: it was sent, but no answer came that says so", call, last);
		if (lost != last) {
			addSuppressed(lost);
		}
	}

}
