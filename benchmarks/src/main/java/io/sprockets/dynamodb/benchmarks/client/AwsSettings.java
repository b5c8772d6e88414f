package io.sprockets.dynamodb.benchmarks.client;

import java.net.URI;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbBaseClientBuilder;

/**
 * What all of the AWS SDK's clients are given; everything else is the SDK's default.
 */
final class AwsSettings {

	static final String ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";

	static final String SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

	private AwsSettings() {
	}

	static <B extends DynamoDbBaseClientBuilder<B, C>, C> B apply(B builder, URI endpoint) {
		return builder.region(Region.US_EAST_1)
			.endpointOverride(endpoint)
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY)));
	}

}
