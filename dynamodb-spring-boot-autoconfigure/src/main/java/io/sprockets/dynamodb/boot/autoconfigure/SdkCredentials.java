package io.sprockets.dynamodb.boot.autoconfigure;

import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import org.jspecify.annotations.Nullable;

/**
 * The credentials provider of the AWS SDK in the context. Names no class of the SDK,
 * which need not be there.
 */
@FunctionalInterface
interface SdkCredentials {

	/**
	 * Returns the provider, adapted, {@code null} if there is no bean of it.
	 */
	@Nullable AwsCredentialsProvider find();

}
