package io.sprockets.dynamodb.boot.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that keeps keys and tokens out of Actuator's endpoints, whatever
 * they are told to show.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class DynamoDbSanitizingAutoConfiguration {

	@Bean
	SanitizingFunction reactiveDynamoDbSanitizingFunction(Environment environment) {
		return new SecretsSanitizingFunction(environment);
	}

}
