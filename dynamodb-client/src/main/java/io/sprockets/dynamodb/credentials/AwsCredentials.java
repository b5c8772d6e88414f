package io.sprockets.dynamodb.credentials;

import java.time.Instant;

import io.sprockets.dynamodb.signing.SigningCredentials;
import org.jspecify.annotations.Nullable;

/**
 * An access key with its secret.
 *
 * @param accessKeyId the public part of the key
 * @param secretAccessKey the secret part; never printed
 * @param sessionToken the token of temporary credentials; never printed
 * @param expiration when temporary credentials end, or {@code null} if they do not
 * @param accountId the account the key belongs to, if known
 */
public record AwsCredentials(String accessKeyId, String secretAccessKey, @Nullable String sessionToken,
		@Nullable Instant expiration, @Nullable String accountId) implements SigningCredentials {

	public AwsCredentials {
		if (accessKeyId.isBlank() || secretAccessKey.isBlank()) {
			throw new IllegalArgumentException("Access key id and secret access key must not be blank");
		}
	}

	/**
	 * Creates credentials that do not expire.
	 */
	public static AwsCredentials of(String accessKeyId, String secretAccessKey) {
		return new AwsCredentials(accessKeyId, secretAccessKey, null, null, null);
	}

	/**
	 * Creates temporary credentials whose end is not known.
	 */
	public static AwsCredentials of(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
		return new AwsCredentials(accessKeyId, secretAccessKey, sessionToken, null, null);
	}

	/**
	 * Returns made-up credentials for a DynamoDB on this machine, which wants some but
	 * does not check them: letters and digits only, as DynamoDB Local demands.
	 */
	public static AwsCredentials local() {
		return of("local", "local");
	}

	@Override
	public String toString() {
		return "AwsCredentials[hidden]";
	}

}
