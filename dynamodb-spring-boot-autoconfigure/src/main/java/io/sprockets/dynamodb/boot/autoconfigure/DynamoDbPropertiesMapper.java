package io.sprockets.dynamodb.boot.autoconfigure;

import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.retry.RetrySettings;

import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.util.unit.DataSize;

/**
 * From properties and connection details to the client's builder.
 */
final class DynamoDbPropertiesMapper {

	private final DynamoDbProperties properties;

	private final DynamoDbConnectionDetails connectionDetails;

	DynamoDbPropertiesMapper(DynamoDbProperties properties, DynamoDbConnectionDetails connectionDetails) {
		this.properties = properties;
		this.connectionDetails = connectionDetails;
	}

	void apply(DynamoDbClientBuilder builder) {
		PropertyMapper map = PropertyMapper.get();
		map.from(this.connectionDetails::getRegion).to(builder::region);
		map.from(this.connectionDetails::getEndpoint).to(builder::endpoint);
		map.from(this.properties::getProfile).whenHasText().to(builder::profile);
		map.from(this.properties::getMaxClients).to(builder::maxClients);
		map.from(this.properties::getPendingAcquireMaxCount).to(builder::pendingAcquireMaxCount);
		map.from(this.properties::getAcquireTimeout).to(builder::acquireTimeout);
		map.from(this.properties::getConnectTimeout).to(builder::connectTimeout);
		map.from(this.properties::getAttemptTimeout).to(builder::attemptTimeout);
		map.from(this.properties::getMaxResponseSize).as(DataSize::toBytes).to(builder::maxResponseSize);
		map.from(this.properties::getCallTimeout).to(builder::callTimeout);
		map.from(this::retrySettings).to(builder::retry);
	}

	private RetrySettings retrySettings() {
		DynamoDbProperties.Retry retry = this.properties.getRetry();
		RetrySettings settings = switch (retry.getMode()) {
			case STANDARD -> RetrySettings.defaults();
			case LEGACY -> RetrySettings.legacy();
			case NONE -> RetrySettings.none();
		};
		Integer maxAttempts = retry.getMaxAttempts();
		return (maxAttempts != null && retry.getMode() != DynamoDbProperties.RetryMode.NONE)
				? settings.withMaxAttempts(maxAttempts) : settings;
	}

}
