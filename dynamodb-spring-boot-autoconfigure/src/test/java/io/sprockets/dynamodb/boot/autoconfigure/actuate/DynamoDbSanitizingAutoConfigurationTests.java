package io.sprockets.dynamodb.boot.autoconfigure.actuate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbClientAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Endpoints that were told to show everything do not show keys and tokens.
 */
class DynamoDbSanitizingAutoConfigurationTests {

	private static final String[] SECRETS = { "key-that-is-hidden", "secret-that-is-hidden", "token-that-is-hidden" };

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoDbClientAutoConfiguration.class,
				DynamoDbSanitizingAutoConfiguration.class, EnvironmentEndpointAutoConfiguration.class,
				ConfigurationPropertiesReportEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=*",
				"management.endpoints.jmx.exposure.include=*", "management.endpoint.env.show-values=always",
				"management.endpoint.configprops.show-values=always", "dynamodb.region=eu-west-1",
				"dynamodb.access-key=" + SECRETS[0], "dynamodb.secret-key=" + SECRETS[1],
				"dynamodb.session-token=" + SECRETS[2]);

	@Test
	void propertiesAreHiddenInBothEndpoints() {
		this.contextRunner.run((context) -> {
			String configprops = json(
					context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties());
			assertThat(configprops).contains("dynamodb", "eu-west-1", "******").doesNotContain(SECRETS);
			String env = json(context.getBean(EnvironmentEndpoint.class).environment(null));
			assertThat(env).contains("dynamodb.secret-key", "eu-west-1", "******").doesNotContain(SECRETS);
			assertThat(json(context.getBean(EnvironmentEndpoint.class).environmentEntry("dynamodb.secret-key")))
				.doesNotContain(SECRETS);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
			"AWS_CONTAINER_AUTHORIZATION_TOKEN", "DYNAMODB_SECRET_KEY", "DYNAMODB_SECRETKEY", "aws.secretAccessKey",
			"aws.sessionToken", "dynamodb.secretKey", "dynamodb.session_token" })
	void variablesAndOtherSpellingsAreHiddenToo(String name) {
		this.contextRunner.withInitializer((context) -> add(context, name, "value-that-is-hidden"))
			.run((context) -> assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
				.contains(name)
				.doesNotContain("value-that-is-hidden"));
	}

	@Test
	void commandLineWithASecretInItIsHidden() {
		String line = "app.jar --dynamodb.secret-key=" + SECRETS[1] + " --server.port=0";
		this.contextRunner.withInitializer((context) -> add(context, "sun.java.command", line))
			.withInitializer((context) -> add(context, "SPRING_APPLICATION_JSON", "{\"t\":\"" + SECRETS[2] + "\"}"))
			.run((context) -> assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
				.contains("sun.java.command")
				.doesNotContain(SECRETS));
	}

	@Test
	void otherValuesAreShown() {
		this.contextRunner.withInitializer((context) -> add(context, "app.secret-of-success", "work"))
			.run((context) -> assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
				.contains("\"work\""));
	}

	@Test
	void nothingIsThereWithoutActuator() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DynamoDbSanitizingAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("reactiveDynamoDbSanitizingFunction"));
	}

	private static void add(ConfigurableApplicationContext context, String name, String value) {
		boolean variable = name.equals(name.toUpperCase(Locale.ROOT));
		Map<String, Object> values = Map.of(name, value);
		context.getEnvironment()
			.getPropertySources()
			.addFirst(variable ? new SystemEnvironmentPropertySource(name + "-systemEnvironment", values)
					: new MapPropertySource(name, values));
	}

	private static String json(Object descriptor) {
		return JsonMapper.shared().writeValueAsString(List.of(descriptor));
	}

}
