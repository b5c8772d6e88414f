package io.sprockets.dynamodb.credentials;

/**
 * What came of looking in one place.
 */
public sealed interface Finding {

	/**
	 * Credentials were found.
	 *
	 * @param lasting whether they stay what they are until someone changes them, so that
	 * it is of no use to look again
	 */
	record Found(AwsCredentials credentials, boolean lasting) implements Finding {

		public Found(AwsCredentials credentials) {
			this(credentials, false);
		}

	}

	/**
	 * There was nothing to find.
	 *
	 * @param reason the place and why, without an end mark
	 * @param fileMissing whether a file that a setting names does not exist
	 */
	record Nothing(String reason, boolean fileMissing) implements Finding {

		public Nothing(String reason) {
			this(reason, false);
		}

	}

}
