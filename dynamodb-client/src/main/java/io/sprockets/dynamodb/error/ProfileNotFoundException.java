package io.sprockets.dynamodb.error;

/**
 * A profile that was asked for by name is in none of the files. The message lists the
 * profiles that are.
 */
public class ProfileNotFoundException extends DynamoDbConfigurationException {

	public ProfileNotFoundException(String message) {
		super(message);
	}

}
