package io.sprockets.dynamodb.error;

/**
 * An endpoint or a region is configured, but not rightly. The message names the property
 * or variable that holds it, not its value, which may contain a password.
 */
public class EndpointConfigurationException extends DynamoDbConfigurationException {

	public EndpointConfigurationException(String message) {
		super(message);
	}

}
