package io.sprockets.dynamodb.retry;

/**
 * Rules of retries by name, those of {@code AWS_RETRY_MODE} and one more.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"> Retry
 * behavior</a>
 */
public enum RetryMode {

	/** DynamoDB's rules of 2026. */
	STANDARD,

	/**
	 * Those of standard, and the client sends fewer requests while the service throttles
	 * them: first attempts may wait too. For a client of a single table.
	 */
	ADAPTIVE,

	/** The numbers the AWS SDK for Java had before. */
	LEGACY,

	/** One attempt. */
	NONE;

	/**
	 * Returns the numbers of this mode.
	 */
	public RetrySettings settings() {
		return switch (this) {
			case STANDARD -> RetrySettings.defaults();
			case ADAPTIVE -> RetrySettings.defaults().withAdaptiveRate(true);
			case LEGACY -> RetrySettings.legacy();
			case NONE -> RetrySettings.none();
		};
	}

}
