package io.sprockets.dynamodb.credentials.keys;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The names that an access key's parts have in one kind of place.
 */
public record StaticKeys(String accessKeyId, String secretAccessKey, String sessionToken, String accountId) {

	public static final StaticKeys SYSTEM_PROPERTIES = new StaticKeys("aws.accessKeyId", "aws.secretAccessKey",
			"aws.sessionToken", "aws.accountId");

	public static final StaticKeys ENVIRONMENT_VARIABLES = new StaticKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
			"AWS_SESSION_TOKEN", "AWS_ACCOUNT_ID");

	public static final StaticKeys PROFILE_PROPERTIES = new StaticKeys("aws_access_key_id", "aws_secret_access_key",
			"aws_session_token", "aws_account_id");

	/**
	 * Reads the credentials of a place, {@code null} if it has neither of the two keys.
	 * Blank is unset, and space around a value, such as the line end of a mounted secret,
	 * does not count.
	 * @throws DynamoDbConfigurationException if one key is there without the other
	 */
	public @Nullable AwsCredentials read(String place, Values values) {
		String id = strip(values.get(this.accessKeyId));
		String secret = strip(values.get(this.secretAccessKey));
		if (id == null && secret == null) {
			return null;
		}
		if (id == null || secret == null) {
			String set = (id != null) ? this.accessKeyId : this.secretAccessKey;
			String unset = (id != null) ? this.secretAccessKey : this.accessKeyId;
			throw new DynamoDbConfigurationException(
					unset + " is not set although " + set + " is, in " + place + ". Set both, or neither");
		}
		return new AwsCredentials(id, secret, strip(values.get(this.sessionToken)), null,
				strip(values.get(this.accountId)));
	}

	private static @Nullable String strip(@Nullable String value) {
		return (value != null && !value.isBlank()) ? value.strip() : null;
	}

	/**
	 * The values of one place by their names.
	 */
	@FunctionalInterface
	public interface Values {

		@Nullable String get(String name);

	}

}
