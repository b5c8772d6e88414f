package io.sprockets.dynamodb.boot.autoconfigure;

import java.time.Clock;

import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.credentials.refresh.RefreshingCredentials;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adapts a credentials provider of the AWS SDK, such as Spring Cloud AWS always has one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(IdentityProvider.class)
class SdkCredentialsConfiguration {

	@Bean
	SdkCredentials reactiveDynamoDbSdkCredentials(
			ObjectProvider<IdentityProvider<? extends AwsCredentialsIdentity>> providers) {
		return () -> adapt(providers);
	}

	private static @Nullable AwsCredentialsProvider adapt(
			ObjectProvider<IdentityProvider<? extends AwsCredentialsIdentity>> providers) {
		try {
			IdentityProvider<? extends AwsCredentialsIdentity> provider = providers.getIfAvailable();
			return (provider != null) ? new RefreshingCredentials(new SdkCredentialsLookup(provider), Clock.systemUTC())
					: null;
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw new DynamoDbConfigurationException("There are several credentials providers of the AWS SDK: "
					+ ex.getBeanNamesFound() + ". Mark one @Primary, set dynamodb.profile or dynamodb.access-key, "
					+ "or define a bean of type " + AwsCredentialsProvider.class.getName(), ex);
		}
	}

}
