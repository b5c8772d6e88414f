package io.sprockets.dynamodb.boot.autoconfigure;

import java.net.URI;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * {@link DynamoDbConnectionDetails} from {@link DynamoDbProperties}.
 */
class PropertiesDynamoDbConnectionDetails implements DynamoDbConnectionDetails {

	private final DynamoDbProperties properties;

	private final @Nullable AwsCredentials credentials;

	PropertiesDynamoDbConnectionDetails(DynamoDbProperties properties) {
		this.properties = properties;
		this.credentials = credentials(properties);
	}

	@Override
	public @Nullable URI getEndpoint() {
		URI endpoint = this.properties.getEndpoint();
		return (endpoint != null && StringUtils.hasText(endpoint.toString())) ? endpoint : null;
	}

	@Override
	public @Nullable String getRegion() {
		return textOrNull(this.properties.getRegion());
	}

	@Override
	public @Nullable AwsCredentials getCredentials() {
		return this.credentials;
	}

	private static @Nullable AwsCredentials credentials(DynamoDbProperties properties) {
		String accessKey = textOrNull(properties.getAccessKey());
		String secretKey = textOrNull(properties.getSecretKey());
		String sessionToken = textOrNull(properties.getSessionToken());
		if (accessKey == null && secretKey == null && sessionToken == null) {
			return null;
		}
		if (accessKey == null) {
			throw missing("dynamodb.access-key");
		}
		if (secretKey == null) {
			throw missing("dynamodb.secret-key");
		}
		return AwsCredentials.of(accessKey, secretKey, sessionToken);
	}

	private static InvalidConfigurationPropertyValueException missing(String property) {
		return new InvalidConfigurationPropertyValueException(property, null,
				"dynamodb.access-key and dynamodb.secret-key must be set both, or neither "
						+ "and no dynamodb.session-token, so that AWS's usual sources are asked");
	}

	private static @Nullable String textOrNull(@Nullable String text) {
		return StringUtils.hasText(text) ? text.strip() : null;
	}

}
