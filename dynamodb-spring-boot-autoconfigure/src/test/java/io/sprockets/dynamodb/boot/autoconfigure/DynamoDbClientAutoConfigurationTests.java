package io.sprockets.dynamodb.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import io.sprockets.dynamodb.error.RegionNotFoundException;
import io.sprockets.dynamodb.observation.DefaultOperationObservationConvention;
import io.sprockets.dynamodb.observation.OperationObservationContext;
import io.sprockets.dynamodb.observation.OperationObservationConvention;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.PropertyNamingStrategies;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class DynamoDbClientAutoConfigurationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoDbClientAutoConfiguration.class))
		.withBean(AwsEnvironment.class,
				() -> AwsEnvironment.of(Map.of("HOME", "/nowhere", "AWS_EC2_METADATA_DISABLED", "true"), Map.of()));

	@Test
	void clientIsThereWithoutAnyConfiguration() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(DynamoDbClient.class)
			.hasSingleBean(DynamoDbConnectionDetails.class)
			.hasSingleBean(AwsCredentialsProvider.class)
			.hasSingleBean(DynamoDbProperties.class));
	}

	@Test
	void missingRegionIsSaidByTheFirstCall() {
		this.contextRunner.run((context) -> StepVerifier.create(describe(context.getBean(DynamoDbClient.class)))
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(RegionNotFoundException.class)
				.hasMessageContaining("dynamodb.region"))
			.verify(TIMEOUT));
	}

	@Test
	void missingCredentialsAreSaidByTheFirstCall() {
		this.contextRunner.withPropertyValues("dynamodb.region=eu-central-1")
			.run((context) -> StepVerifier.create(describe(context.getBean(DynamoDbClient.class)))
				.expectError(NoCredentialsException.class)
				.verify(TIMEOUT));
	}

	@Test
	void callsRunOnTheEventLoopsOfTheApplicationsServer() {
		this.contextRunner.withBean(ReactorResourceFactory.class, DynamoDbClientAutoConfigurationTests::ownLoops)
			.withPropertyValues("dynamodb.endpoint=http://127.0.0.1:1")
			.run((context) -> assertThat(threadOfError(context.getBean(DynamoDbClient.class)))
				.startsWith("server-loop"));
	}

	@Test
	void callsRunOnOwnEventLoopsWithoutAServer() {
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://127.0.0.1:1")
			.run((context) -> assertThat(threadOfError(context.getBean(DynamoDbClient.class))).startsWith("dynamodb-"));
	}

	private static ReactorResourceFactory ownLoops() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		resources.setLoopResourcesSupplier(() -> LoopResources.create("server-loop", 1, true));
		return resources;
	}

	private static String threadOfError(DynamoDbClient client) {
		AtomicReference<String> thread = new AtomicReference<>("none");
		StepVerifier
			.create(client.execute("ListTables", new byte[0])
				.doOnError((error) -> thread.set(Thread.currentThread().getName())))
			.expectError(ConnectionFailedException.class)
			.verify(TIMEOUT);
		return thread.get();
	}

	@Test
	void nothingIsThereWhenDisabled() {
		this.contextRunner.withPropertyValues("dynamodb.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DynamoDbClient.class)
				.doesNotHaveBean(DynamoDbConnectionDetails.class)
				.doesNotHaveBean(AwsCredentialsProvider.class));
	}

	@Test
	void nothingIsThereWithoutWebClient() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(WebClient.class))
			.run((context) -> assertThat(context).doesNotHaveBean("reactiveDynamoDbClient"));
	}

	@Test
	void ownClientReplacesOurs() {
		DynamoDbClient own = DynamoDbClient.create();
		this.contextRunner.withBean(DynamoDbClient.class, () -> own)
			.run((context) -> assertThat(context).getBean(DynamoDbClient.class).isSameAs(own));
	}

	@Test
	void ownConnectionDetailsReplaceTheProperties() {
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1")
			.withBean(DynamoDbConnectionDetails.class, () -> new DynamoDbConnectionDetails() {

				@Override
				public URI getEndpoint() {
					return URI.create("http://localhost:2");
				}

			})
			.run((context) -> {
				assertThat(context).hasSingleBean(DynamoDbConnectionDetails.class);
				assertThat(failure(context.getBean(DynamoDbClient.class))).hasMessageContaining("http://localhost:2");
			});
	}

	@Test
	void ownCredentialsProviderIsUsed() {
		AwsCredentialsProvider own = AwsCredentialsProvider.of(AwsCredentials.of("AKIDOWN", "secret"));
		this.contextRunner.withBean(AwsCredentialsProvider.class, () -> own)
			.run((context) -> assertThat(context).getBean(AwsCredentialsProvider.class).isSameAs(own));
	}

	@Test
	void keysOfThePropertiesAreGivenByTheProvider() {
		this.contextRunner
			.withPropertyValues("dynamodb.access-key=AKID", "dynamodb.secret-key=hidden",
					"dynamodb.session-token=token")
			.run((context) -> StepVerifier.create(context.getBean(AwsCredentialsProvider.class).resolve())
				.expectNext(AwsCredentials.of("AKID", "hidden", "token"))
				.expectComplete()
				.verify(TIMEOUT));
	}

	@Test
	void environmentIsAskedWhereNoKeysAreSet() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DynamoDbClientAutoConfiguration.class))
			.withBean(AwsEnvironment.class,
					() -> AwsEnvironment.of(Map.of("AWS_ACCESS_KEY_ID", "AKIDENV", "AWS_SECRET_ACCESS_KEY", "hidden"),
							Map.of()))
			.run((context) -> StepVerifier.create(context.getBean(AwsCredentialsProvider.class).resolve())
				.assertNext((credentials) -> assertThat(credentials.accessKeyId()).isEqualTo("AKIDENV"))
				.expectComplete()
				.verify(TIMEOUT));
	}

	@Test
	void halfAKeyStopsTheStartAndShowsNoSecret() {
		this.contextRunner.withPropertyValues("dynamodb.secret-key=verysecret").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("dynamodb.access-key")
				.hasMessageNotContaining("verysecret");
		});
	}

	@Test
	void aNumberOutOfRangeStopsTheStartAndNamesTheProperty() {
		this.contextRunner.withPropertyValues("dynamodb.max-clients=0").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).hasStackTraceContaining("dynamodb.max-clients");
		});
	}

	@Test
	void customizersAreCalledInOrderAfterTheProperties() {
		List<String> calls = new ArrayList<>();
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1")
			.withBean("second", DynamoDbClientBuilderCustomizer.class, () -> new Second(calls))
			.withBean("first", DynamoDbClientBuilderCustomizer.class, () -> new First(calls))
			.run((context) -> {
				assertThat(calls).containsExactly("first", "second");
				assertThat(failure(context.getBean(DynamoDbClient.class))).hasMessageContaining("http://localhost:3");
			});
	}

	@Test
	void webClientCustomizersShapeThisClientsWebClient() {
		List<String> targets = new ArrayList<>();
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.mode=none")
			.withBean(DynamoDbWebClientCustomizer.class, () -> (builder) -> builder.filter((request, next) -> {
				targets.add(request.headers().getFirst("X-Amz-Target"));
				return next.exchange(request);
			}))
			.run((context) -> {
				assertThat(failure(context.getBean(DynamoDbClient.class)))
					.isInstanceOf(ConnectionFailedException.class);
				assertThat(targets).containsExactly("DynamoDB_20120810.DescribeTable");
			});
	}

	@Test
	void theApplicationsWebClientBuilderIsLeftAlone() {
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.mode=none")
			.withBean(WebClient.Builder.class, () -> {
				throw new IllegalStateException("not to be asked");
			}, (definition) -> definition.setLazyInit(true))
			.run((context) -> assertThat(context).getBean("reactiveDynamoDbClient").isNotNull());
	}

	@Test
	void operationsAreObservedWhereThereIsARegistry() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.mode=none")
			.withBean(ObservationRegistry.class, () -> registry)
			.run((context) -> {
				failure(context.getBean(DynamoDbClient.class));
				TestObservationRegistryAssert.assertThat(registry)
					.hasObservationWithNameEqualTo("dynamodb.client.operations")
					.that()
					.hasLowCardinalityKeyValue("operation", "DescribeTable")
					.hasLowCardinalityKeyValue("table", "Orders")
					.hasLowCardinalityKeyValue("outcome", "TRANSPORT_ERROR");
				TestObservationRegistryAssert.assertThat(registry)
					.hasObservationWithNameEqualTo("dynamodb.client.attempts");
			});
	}

	@Test
	void timersAreRecordedByBootsRegistry() {
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.mode=none")
			.withConfiguration(
					AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				failure(context.getBean(DynamoDbClient.class));
				assertThat(context.getBean(MeterRegistry.class)
					.get("dynamodb.client.operations")
					.tag("operation", "DescribeTable")
					.tag("error", "ConnectionFailedException")
					.timer()
					.count()).isEqualTo(1);
			});
	}

	@Test
	void ownConventionIsUsed() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.mode=none")
			.withBean(ObservationRegistry.class, () -> registry)
			.withUserConfiguration(OwnConvention.class)
			.run((context) -> {
				failure(context.getBean(DynamoDbClient.class));
				TestObservationRegistryAssert.assertThat(registry).hasObservationWithNameEqualTo("orders.calls");
			});
	}

	@Test
	void worksWithoutMicrometersMeters() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.mode=none")
			.run((context) -> assertThat(failure(context.getBean(DynamoDbClient.class)))
				.isInstanceOf(ConnectionFailedException.class));
	}

	@Test
	void theApplicationsMapperMapsItemsAndNotTheWire() {
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.mode=none")
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
			.withBean(JsonMapper.class,
					() -> JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build())
			.withBean(DynamoDbWebClientCustomizer.class,
					() -> (builder) -> builder.filter((request, next) -> next.exchange(request)))
			.run((context) -> assertThat(failure(context.getBean(DynamoDbClient.class)))
				.isInstanceOf(ConnectionFailedException.class));
	}

	@Test
	void sitsBesideSpringCloudAwssBeans() {
		this.contextRunner.withUserConfiguration(SpringCloudAwsBeans.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(DynamoDbClient.class);
			assertThat(context).getBean("dynamoDbClient").isEqualTo("the SDK's client");
			assertThat(context.getBeanNamesForType(DynamoDbClient.class)).containsExactly("reactiveDynamoDbClient");
		});
	}

	@Test
	void theContextClosesTheClient() {
		this.contextRunner.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.mode=none")
			.run((context) -> {
				DynamoDbClient client = context.getBean(DynamoDbClient.class);
				context.getSourceApplicationContext().close();
				assertThat(failure(client)).isInstanceOf(DynamoDbException.class);
			});
	}

	private static Throwable failure(DynamoDbClient client) {
		List<Throwable> failures = new ArrayList<>();
		StepVerifier.create(describe(client)).consumeErrorWith(failures::add).verify(TIMEOUT);
		return failures.get(0);
	}

	private static Mono<?> describe(DynamoDbClient client) {
		return client.describeTable("Orders");
	}

	@Order(1)
	private record First(List<String> calls) implements DynamoDbClientBuilderCustomizer {

		@Override
		public void customize(DynamoDbClientBuilder builder) {
			this.calls.add("first");
			builder.endpoint(URI.create("http://localhost:2"));
		}

	}

	@Order(2)
	private record Second(List<String> calls) implements DynamoDbClientBuilderCustomizer {

		@Override
		public void customize(DynamoDbClientBuilder builder) {
			this.calls.add("second");
			builder.endpoint(URI.create("http://localhost:3"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnConvention {

		@Bean
		OperationObservationConvention ownConvention() {
			DefaultOperationObservationConvention defaults = new DefaultOperationObservationConvention();
			return new OperationObservationConvention() {

				@Override
				public String getName() {
					return "orders.calls";
				}

				@Override
				public KeyValues getLowCardinalityKeyValues(OperationObservationContext context) {
					return defaults.getLowCardinalityKeyValues(context);
				}

			};
		}

	}

	/**
	 * Names that Spring Cloud AWS gives its beans.
	 */
	@Configuration(proxyBeanMethods = false)
	static class SpringCloudAwsBeans {

		@Bean
		String dynamoDbClient() {
			return "the SDK's client";
		}

		@Bean
		String dynamoDbEnhancedClient() {
			return "the SDK's enhanced client";
		}

		@Bean
		String dynamoDbTemplate() {
			return "a template";
		}

		@Bean
		String credentialsProvider() {
			return "the SDK's credentials";
		}

		@Bean
		String regionProvider() {
			return "the SDK's region";
		}

	}

}
