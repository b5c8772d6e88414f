package io.sprockets.dynamodb.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import io.sprockets.dynamodb.error.ConfigFileParseException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class FallbackCredentialsProviderTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void credentialsOfTheProviderAreUsed() {
		AwsCredentials own = AwsCredentials.of("own", "secret");
		AwsCredentialsProvider given = AwsCredentialsProvider.of(own);
		AwsCredentialsProvider provider = given.withFallback(AwsCredentials.local());
		expect(provider, own);
		assertThat(provider.resolve()).isSameAs(given.resolve());
	}

	@Test
	void noCredentialsIsReplacedOnceAndThenConstant() {
		AwsCredentialsProvider provider = counting(Mono.error(new NoCredentialsException("none")))
			.withFallback(AwsCredentials.local());
		expect(provider, AwsCredentials.local());
		expect(provider, AwsCredentials.local());
		assertThat(this.asked).hasValue(1);
		assertThat(provider.resolve()).isSameAs(provider.resolve()).isInstanceOf(Callable.class);
	}

	@Test
	void emptyIsReplaced() {
		expect(counting(Mono.empty()).withFallback(AwsCredentials.local()), AwsCredentials.local());
	}

	@Test
	void anyOtherErrorIsSignalledAndAskedForAgain() {
		AwsCredentialsProvider provider = counting(Mono.error(new ConfigFileParseException("broken")))
			.withFallback(AwsCredentials.local());
		StepVerifier.create(provider.resolve()).expectError(ConfigFileParseException.class).verify(TIMEOUT);
		StepVerifier.create(provider.resolve()).expectError(ConfigFileParseException.class).verify(TIMEOUT);
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void providerThatLosesItsCredentialsIsNotReplaced() {
		AwsCredentials own = AwsCredentials.of("own", "secret");
		AwsCredentialsProvider provider = counting(Mono
			.defer(() -> (this.asked.get() == 1) ? Mono.just(own) : Mono.error(new NoCredentialsException("lost"))))
			.withFallback(AwsCredentials.local());
		expect(provider, own);
		StepVerifier.create(provider.resolve()).expectError(NoCredentialsException.class).verify(TIMEOUT);
	}

	@Test
	void nothingIsAskedBeforeSubscription() {
		counting(Mono.empty()).withFallback(AwsCredentials.local()).resolve();
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void chainWithoutAnySourceFallsBack() {
		AwsEnvironment environment = AwsEnvironment.of(Map.of(), Map.of());
		AwsCredentialsProvider chain = new DefaultCredentialsChain(
				new SourceContext(environment, FakeExchange.unreachable(), Clock.systemUTC()),
				new ProfileFiles(environment, null), null);
		expect(chain.withFallback(AwsCredentials.local()), AwsCredentials.local());
	}

	@Test
	void localCredentialsAreLettersAndDigits() {
		AwsCredentials local = AwsCredentials.local();
		assertThat(local.accessKeyId() + local.secretAccessKey()).matches("[A-Za-z0-9]+");
		assertThat(local.sessionToken()).isNull();
	}

	private AwsCredentialsProvider counting(Mono<AwsCredentials> answer) {
		return () -> {
			this.asked.incrementAndGet();
			return answer;
		};
	}

	private static void expect(AwsCredentialsProvider provider, AwsCredentials credentials) {
		StepVerifier.create(provider.resolve()).expectNext(credentials).expectComplete().verify(TIMEOUT);
	}

}
