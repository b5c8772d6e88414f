package io.sprockets.dynamodb.error;

/**
 * No region is configured, and the endpoint does not tell it. The message has the places
 * that were looked at.
 */
public class RegionNotFoundException extends DynamoDbConfigurationException {

	public RegionNotFoundException(String message) {
		super(message);
	}

}
