package io.sprockets.dynamodb.error;

/**
 * No source has credentials, and none is broken. The message lists each source that was
 * tried and why it gave nothing.
 */
public class NoCredentialsException extends DynamoDbConfigurationException {

	public NoCredentialsException(String message) {
		super(message);
	}

}
