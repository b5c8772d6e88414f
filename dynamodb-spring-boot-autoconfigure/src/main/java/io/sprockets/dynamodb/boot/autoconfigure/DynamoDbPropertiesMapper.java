package io.sprockets.dynamodb.boot.autoconfigure;

import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.hedging.HedgeSettings;

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
		map.from(this.properties::isAllowInsecureHttp).to(builder::allowInsecureHttp);
		map.from(this.properties::getProfile).whenHasText().to(builder::profile);
		map.from(this.properties::getMaxClients).to(builder::maxClients);
		map.from(this.properties::getPendingAcquireMaxCount).to(builder::pendingAcquireMaxCount);
		map.from(this.properties::getAcquireTimeout).to(builder::acquireTimeout);
		map.from(this.properties::getConnectTimeout).to(builder::connectTimeout);
		map.from(this.properties::getAttemptTimeout).to(builder::attemptTimeout);
		map.from(this.properties::getMaxResponseSize).as(DataSize::toBytes).to(builder::maxResponseSize);
		map.from(this.properties::getCallTimeout).to(builder::callTimeout);
		map.from(this.properties::getCloseTimeout).to(builder::closeTimeout);
		map.from(this.properties.getRetry()::getMode).to(builder::retryMode);
		map.from(this.properties.getRetry()::getMaxAttempts).to(builder::maxAttempts);
		map.from(this.properties.getRetry()::isOnceSent).to(builder::retryOnceSent);
		map.from(this.properties.getHedging())
			.when(DynamoDbProperties.Hedging::isEnabled)
			.as(this::settings)
			.to(builder::hedging);
	}

	private HedgeSettings settings(DynamoDbProperties.Hedging hedging) {
		return new HedgeSettings(hedging.getDelay(), hedging.getPercentile(), hedging.getMaxShare(),
				hedging.isConsistentReads());
	}

}
