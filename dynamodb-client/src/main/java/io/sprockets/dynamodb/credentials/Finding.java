package io.sprockets.dynamodb.credentials;

/**
 * What came of looking in one place.
 */
public sealed interface Finding {

	record Found(AwsCredentials credentials) implements Finding {

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
