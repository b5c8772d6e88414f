package io.sprockets.dynamodb.error;

/**
 * A config or credentials file that was asked for is not there: a variable names it, or a
 * profile is named and none of the files exists. The message has the paths.
 */
public class ConfigFileNotFoundException extends DynamoDbConfigurationException {

	public ConfigFileNotFoundException(String message) {
		super(message);
	}

}
