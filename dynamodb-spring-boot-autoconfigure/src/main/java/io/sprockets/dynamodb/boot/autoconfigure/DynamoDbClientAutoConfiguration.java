package io.sprockets.dynamodb.boot.autoconfigure;

import java.time.Clock;

import io.micrometer.observation.ObservationRegistry;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.credentials.DefaultCredentialsChain;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.observation.AttemptObservationConvention;
import io.sprockets.dynamodb.observation.OperationObservationConvention;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.transport.WebClientCredentialsExchange;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of {@link DynamoDbClient}. Bean names say "reactive", so that they
 * do not meet those of Spring Cloud AWS.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
		"org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration" })
@ConditionalOnClass({ DynamoDbClient.class, WebClient.class })
@ConditionalOnBooleanProperty(name = "dynamodb.enabled", matchIfMissing = true)
@EnableConfigurationProperties(DynamoDbProperties.class)
@Import(SdkCredentialsConfiguration.class)
public final class DynamoDbClientAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(DynamoDbConnectionDetails.class)
	PropertiesDynamoDbConnectionDetails reactiveDynamoDbConnectionDetails(DynamoDbProperties properties) {
		return new PropertiesDynamoDbConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	AwsEnvironment reactiveDynamoDbAwsEnvironment() {
		return AwsEnvironment.system();
	}

	@Bean
	@ConditionalOnMissingBean
	AwsCredentialsProvider reactiveDynamoDbCredentialsProvider(DynamoDbProperties properties,
			DynamoDbConnectionDetails connectionDetails, AwsEnvironment environment,
			ObjectProvider<SdkCredentials> sdkCredentials) {
		AwsCredentials credentials = connectionDetails.getCredentials();
		if (credentials != null) {
			return AwsCredentialsProvider.of(credentials);
		}
		String profile = StringUtils.hasText(properties.getProfile()) ? properties.getProfile() : null;
		SdkCredentials sdk = (profile == null) ? sdkCredentials.getIfAvailable() : null;
		AwsCredentialsProvider adapted = (sdk != null) ? sdk.find() : null;
		if (adapted != null) {
			return adapted;
		}
		return new DefaultCredentialsChain(
				new SourceContext(environment, new WebClientCredentialsExchange(), Clock.systemUTC(),
						properties.isAllowInsecureHttp()),
				new ProfileFiles(environment, profile), connectionDetails.getRegion());
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	DynamoDbClient reactiveDynamoDbClient(DynamoDbProperties properties, DynamoDbConnectionDetails connectionDetails,
			AwsEnvironment environment, AwsCredentialsProvider credentialsProvider,
			ObjectProvider<JsonMapper> jsonMapper, ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<OperationObservationConvention> operationConvention,
			ObjectProvider<AttemptObservationConvention> attemptConvention,
			ObjectProvider<ReactorResourceFactory> reactorResources,
			ObjectProvider<DynamoDbWebClientCustomizer> webClientCustomizers,
			ObjectProvider<DynamoDbClientBuilderCustomizer> customizers) {
		DynamoDbClientBuilder builder = DynamoDbClient.builder()
			.environment(environment)
			.credentialsProvider(credentialsProvider)
			.operationObservationConvention(operationConvention.getIfAvailable())
			.attemptObservationConvention(attemptConvention.getIfAvailable());
		apply(new DynamoDbPropertiesMapper(properties, connectionDetails), builder);
		jsonMapper.ifUnique(builder::jsonMapper);
		reactorResources.ifUnique(builder::reactorResources);
		observationRegistry.ifUnique(builder::observationRegistry);
		webClientCustomizers.orderedStream().forEach((customizer) -> builder.webClient(customizer::customize));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return build(builder);
	}

	private static void apply(DynamoDbPropertiesMapper properties, DynamoDbClientBuilder builder) {
		try {
			properties.apply(builder);
		}
		catch (IllegalArgumentException ex) {
			throw new DynamoDbConfigurationException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private static DynamoDbClient build(DynamoDbClientBuilder builder) {
		try {
			return builder.build();
		}
		catch (IllegalArgumentException ex) {
			throw new DynamoDbConfigurationException(String.valueOf(ex.getMessage()), ex);
		}
	}

}
