package io.sprockets.dynamodb.boot.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What a user reads when the application does not start.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalyzerTests {

	@Test
	void badNumberIsReportedWithItsProperty(CapturedOutput output) {
		assertThatException().isThrownBy(() -> run(new SpringApplication(App.class), "--dynamodb.max-clients=-1"));
		assertThat(output).contains("APPLICATION FAILED TO START").contains("dynamodb.max-clients");
	}

	@Test
	void halfAKeyIsReportedWithoutTheOtherHalf(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> run(new SpringApplication(App.class), "--dynamodb.access-key=AKIDVISIBLE"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("dynamodb.secret-key")
			.doesNotContain("AKIDVISIBLE");
	}

	@Test
	void missingServerIsReportedWithItsCoordinates(CapturedOutput output) {
		SpringApplication application = new SpringApplication(
				new DefaultResourceLoader(new FilteredClassLoader("software.amazon.dynamodb")), App.class);
		assertThatException().isThrownBy(() -> run(application, "--dynamodb.embedded.enabled=true"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("DynamoDB Local is not on the classpath")
			.contains("<artifactId>DynamoDBLocal</artifactId>");
	}

	private static void run(SpringApplication application, String argument) {
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(argument, "--spring.main.banner-mode=off");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

}
