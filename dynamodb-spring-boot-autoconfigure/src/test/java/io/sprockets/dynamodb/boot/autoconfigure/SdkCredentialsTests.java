package io.sprockets.dynamodb.boot.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.credentials.DefaultCredentialsChain;
import io.sprockets.dynamodb.credentials.refresh.RefreshingCredentials;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import org.junit.jupiter.api.Test;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class SdkCredentialsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DynamoDbClientAutoConfiguration.class))
		.withBean(AwsEnvironment.class,
				() -> AwsEnvironment.of(Map.of("HOME", "/nowhere", "AWS_EC2_METADATA_DISABLED", "true"), Map.of()));

	@Test
	void providerOfTheSdkIsAdapted() {
		this.contextRunner.withUserConfiguration(SdkProvider.class)
			.run((context) -> StepVerifier.create(context.getBean(AwsCredentialsProvider.class).resolve())
				.assertNext((credentials) -> {
					assertThat(credentials.accessKeyId()).isEqualTo("AKIDSDK");
					assertThat(credentials.sessionToken()).isEqualTo("token");
					assertThat(credentials.accountId()).isEqualTo("123456789012");
				})
				.expectComplete()
				.verify(TIMEOUT));
	}

	@Test
	void identityProviderOfCredentialsIsAdaptedAndOneOfTokensIsNot() {
		this.contextRunner.withUserConfiguration(OwnIdentityProvider.class, TokenProvider.class)
			.run((context) -> expect(context.getBean(AwsCredentialsProvider.class), "AKIDOWN"));
		this.contextRunner.withUserConfiguration(TokenProvider.class)
			.run((context) -> assertThat(context).getBean(AwsCredentialsProvider.class)
				.isInstanceOf(DefaultCredentialsChain.class));
	}

	@Test
	void ownProviderKeysAndProfileGoBeforeTheSdks() {
		AwsCredentialsProvider own = () -> Mono.empty();
		this.contextRunner.withUserConfiguration(SdkProvider.class)
			.withBean(AwsCredentialsProvider.class, () -> own)
			.run((context) -> assertThat(context).getBean(AwsCredentialsProvider.class).isSameAs(own));
		this.contextRunner.withUserConfiguration(SdkProvider.class)
			.withPropertyValues("dynamodb.access-key=AKID", "dynamodb.secret-key=s")
			.run((context) -> expect(context.getBean(AwsCredentialsProvider.class), "AKID"));
		this.contextRunner.withUserConfiguration(SdkProvider.class)
			.withPropertyValues("dynamodb.profile=dev")
			.run((context) -> assertThat(context).getBean(AwsCredentialsProvider.class)
				.isInstanceOf(DefaultCredentialsChain.class));
	}

	@Test
	void withoutTheSdkTheChainIsUsed() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("software.amazon.awssdk.identity"))
			.run((context) -> assertThat(context).getBean(AwsCredentialsProvider.class)
				.isInstanceOf(DefaultCredentialsChain.class));
	}

	@Test
	void severalProvidersAreRefusedByTheirNames() {
		this.contextRunner.withUserConfiguration(SdkProvider.class, OwnIdentityProvider.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.satisfies((cause) -> assertThat(context.getStartupFailure())
					.hasStackTraceContaining(DynamoDbConfigurationException.class.getName())
					.hasStackTraceContaining("sdkProvider")
					.hasStackTraceContaining("ownProvider")
					.hasStackTraceContaining("dynamodb.profile")));
	}

	@Test
	void blockingProviderIsAskedOffTheCallersThreadAndKept() {
		AtomicReference<String> thread = new AtomicReference<>("none");
		RefreshingCredentials adapted = adapt(new Provider() {

			@Override
			public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
				thread.set(Thread.currentThread().getName());
				return CompletableFuture.completedFuture(AwsSessionCredentials.builder()
					.accessKeyId("AKID")
					.secretAccessKey("s")
					.sessionToken("t")
					.expirationTime(Instant.now().plusSeconds(3600))
					.build());
			}

		});
		StepVerifier.create(Mono.defer(adapted::resolve).subscribeOn(Schedulers.parallel()))
			.assertNext((credentials) -> assertThat(credentials.expiration()).isNotNull())
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(thread.get()).startsWith("boundedElastic");
		assertThat(adapted.resolve()).isInstanceOf(Fuseable.ScalarCallable.class);
	}

	@Test
	void changeOfWhatTheProviderHasIsSeen() {
		AtomicReference<String> accessKeyId = new AtomicReference<>("first");
		SdkCredentialsLookup lookup = new SdkCredentialsLookup(
				(software.amazon.awssdk.auth.credentials.AwsCredentialsProvider) () -> AwsBasicCredentials
					.create(accessKeyId.get(), "s"));
		StepVerifier.create(lookup.look(false)).expectNextCount(1).expectComplete().verify(TIMEOUT);
		StepVerifier.create(lookup.hasChanged()).expectNext(false).expectComplete().verify(TIMEOUT);
		accessKeyId.set("second");
		StepVerifier.create(lookup.hasChanged()).expectNext(true).expectComplete().verify(TIMEOUT);
	}

	@Test
	void providerWithoutCredentialsIsToldFromOneThatFails() {
		StepVerifier.create(adapt(failing("Unable to load credentials from any of the providers")).resolve())
			.expectError(NoCredentialsException.class)
			.verify(TIMEOUT);
		StepVerifier.create(adapt(failing("vault is sealed")).resolve())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(CredentialsRetrievalException.class)
				.hasMessageContaining("vault is sealed")
				.hasMessageContaining("AWS SDK"))
			.verify(TIMEOUT);
	}

	private static IdentityProvider<AwsCredentialsIdentity> failing(String message) {
		return (software.amazon.awssdk.auth.credentials.AwsCredentialsProvider) () -> {
			throw SdkClientException.create(message);
		};
	}

	private static RefreshingCredentials adapt(IdentityProvider<AwsCredentialsIdentity> provider) {
		return new RefreshingCredentials(new SdkCredentialsLookup(provider), Clock.systemUTC());
	}

	private static void expect(AwsCredentialsProvider provider, String accessKeyId) {
		StepVerifier.create(provider.resolve())
			.assertNext((credentials) -> assertThat(credentials.accessKeyId()).isEqualTo(accessKeyId))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Configuration(proxyBeanMethods = false)
	static class SdkProvider {

		@Bean
		software.amazon.awssdk.auth.credentials.AwsCredentialsProvider sdkProvider() {
			return StaticCredentialsProvider.create(AwsSessionCredentials.builder()
				.accessKeyId("AKIDSDK")
				.secretAccessKey("s")
				.sessionToken("token")
				.accountId("123456789012")
				.build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnIdentityProvider {

		@Bean
		IdentityProvider<AwsCredentialsIdentity> ownProvider() {
			return new Provider() {

				@Override
				public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
					return CompletableFuture.completedFuture(AwsCredentialsIdentity.create("AKIDOWN", "s"));
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TokenProvider {

		@Bean
		IdentityProvider<TokenIdentity> tokenProvider() {
			return new IdentityProvider<>() {

				@Override
				public Class<TokenIdentity> identityType() {
					return TokenIdentity.class;
				}

				@Override
				public CompletableFuture<TokenIdentity> resolveIdentity(ResolveIdentityRequest request) {
					return CompletableFuture.completedFuture(TokenIdentity.create("token"));
				}

			};
		}

	}

	abstract static class Provider implements IdentityProvider<AwsCredentialsIdentity> {

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

	}

}
