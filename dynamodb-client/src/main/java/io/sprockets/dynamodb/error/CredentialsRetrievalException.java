package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * A source of credentials is configured, or in use already, but gives none. The message
 * names the source and says why.
 */
public class CredentialsRetrievalException extends DynamoDbConfigurationException {

	public CredentialsRetrievalException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	public CredentialsRetrievalException(String message) {
		this(message, null);
	}

}
