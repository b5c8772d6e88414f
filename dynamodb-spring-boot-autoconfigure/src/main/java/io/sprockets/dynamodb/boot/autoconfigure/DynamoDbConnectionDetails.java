package io.sprockets.dynamodb.boot.autoconfigure;

import java.net.URI;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Which DynamoDB is called. What is {@code null} is looked up in AWS's usual places at
 * the first call.
 */
public interface DynamoDbConnectionDetails extends ConnectionDetails {

	/**
	 * Returns the endpoint, {@code null} for the region's own.
	 */
	default @Nullable URI getEndpoint() {
		return null;
	}

	/**
	 * Returns the region.
	 */
	default @Nullable String getRegion() {
		return null;
	}

	/**
	 * Returns the credentials.
	 */
	default @Nullable AwsCredentials getCredentials() {
		return null;
	}

}
