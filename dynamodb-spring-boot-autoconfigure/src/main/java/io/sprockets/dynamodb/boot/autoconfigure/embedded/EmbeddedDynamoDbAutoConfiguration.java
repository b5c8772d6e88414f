package io.sprockets.dynamodb.boot.autoconfigure.embedded;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbClientAutoConfiguration;
import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbConnectionDetails;
import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration of a DynamoDB server inside of the application. It gives way to an
 * endpoint that is set, and to connection details from elsewhere.
 */
@AutoConfiguration(before = DynamoDbClientAutoConfiguration.class)
@ConditionalOnClass(DynamoDbClient.class)
@ConditionalOnBooleanProperty(name = "dynamodb.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "dynamodb.embedded.enabled")
@Conditional(EndpointNotSetCondition.class)
@ConditionalOnMissingBean(DynamoDbConnectionDetails.class)
@EnableConfigurationProperties(DynamoDbProperties.class)
public final class EmbeddedDynamoDbAutoConfiguration {

	/** It logs every request, and a stack trace for every error it answers. */
	private static final String SERVER_LOGGER = "software.amazon.dynamodb";

	@Bean(destroyMethod = "close")
	EmbeddedDynamoDb embeddedReactiveDynamoDb(DynamoDbProperties properties, ResourceLoader resourceLoader,
			Environment environment, ObjectProvider<LoggingSystem> loggingSystem) {
		if (!environment.containsProperty("logging.level." + SERVER_LOGGER)) {
			loggingSystem.ifAvailable((logging) -> logging.setLogLevel(SERVER_LOGGER, LogLevel.OFF));
		}
		return EmbeddedDynamoDb.start(properties.getEmbedded().getPort(), resourceLoader.getClassLoader());
	}

	@Bean
	DynamoDbConnectionDetails embeddedReactiveDynamoDbConnectionDetails(EmbeddedDynamoDb server,
			DynamoDbProperties properties) {
		return new EmbeddedDynamoDbConnectionDetails(server.endpoint(), properties.getRegion());
	}

}
