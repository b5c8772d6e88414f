package io.sprockets.dynamodb.boot.autoconfigure.embedded;

import java.net.URI;

import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbConnectionDetails;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import org.jspecify.annotations.Nullable;

/**
 * {@link DynamoDbConnectionDetails} of the embedded server, which checks no keys: the
 * machine's real ones are not sent to it.
 *
 * @param getEndpoint where it answers
 * @param getRegion the region to sign for, if one is set
 */
record EmbeddedDynamoDbConnectionDetails(URI getEndpoint,
		@Nullable String getRegion) implements DynamoDbConnectionDetails {

	@Override
	public AwsCredentials getCredentials() {
		return AwsCredentials.local();
	}

}
