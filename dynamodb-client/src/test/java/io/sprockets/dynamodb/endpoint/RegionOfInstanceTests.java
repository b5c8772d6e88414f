package io.sprockets.dynamodb.endpoint;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.RegionNotFoundException;
import io.sprockets.dynamodb.profile.AwsFolder;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RegionOfInstanceTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	@TempDir
	private Path home;

	private AwsFolder folder;

	private RecordingEnvironment environment;

	private final AtomicInteger asked = new AtomicInteger();

	private Mono<String> instance = Mono.just("eu-west-3")
		.doOnSubscribe((subscription) -> this.asked.incrementAndGet());

	@BeforeEach
	void setUp() {
		this.folder = new AwsFolder(this.home);
		this.environment = this.folder.environment();
	}

	@Test
	void instanceIsAskedWhereNothingElseTellsTheRegion() {
		assertRegion(null, null, "eu-west-3");
		assertRegion("https://proxy.example.com", null, "eu-west-3");
	}

	@Test
	void instanceIsNotAskedWhereSomethingElseTellsTheRegion() {
		assertRegion(null, "eu-west-1", "eu-west-1");
		this.folder.config("[default]\nregion = eu-west-2\n");
		assertRegion(null, null, "eu-west-2");
		this.environment.withVariable("AWS_REGION", "eu-central-1");
		assertRegion(null, null, "eu-central-1");
		assertThat(this.asked).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000" })
	void instanceIsNotAskedForALocalEndpoint(String endpoint) {
		assertRegion(endpoint, null, "us-east-1");
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void instanceIsNotAskedWhereTheHostTellsTheRegion() {
		assertRegion("https://dynamodb.eu-west-1.amazonaws.com", null, "eu-west-1");
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void failureOfTheInstanceIsAmongThePlacesThatWereLookedAt() {
		this.instance = Mono.error(new DynamoDbConfigurationException("http://169.254.169.254: no connection"));
		assertNoRegion("Looked for dynamodb.region, system property aws.region, "
				+ "environment variables AWS_REGION and AWS_DEFAULT_REGION, property region of profile 'default'",
				", and EC2 instance metadata (http://169.254.169.254: no connection). Set one of them");
	}

	@Test
	void instanceThatIsNotAskedIsNotNamed() {
		this.instance = Mono.empty();
		assertNoRegion("AWS_DEFAULT_REGION, and property region of profile 'default'", ". Set one of them");
	}

	@Test
	void otherErrorIsSignalledAsItIs() {
		this.instance = Mono.error(new IllegalStateException("bug"));
		StepVerifier.create(resolve(null, null)).expectErrorMessage("bug").verify(SOON);
	}

	private void assertRegion(@Nullable String endpoint, @Nullable String region, String expected) {
		StepVerifier.create(resolve(endpoint, region).map(Endpoint::signingRegion))
			.expectNext(expected)
			.expectComplete()
			.verify(SOON);
	}

	private void assertNoRegion(String... parts) {
		StepVerifier.create(resolve(null, null))
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(RegionNotFoundException.class).message().contains(parts))
			.verify(SOON);
	}

	private Mono<Endpoint> resolve(@Nullable String endpoint, @Nullable String region) {
		URI override = (endpoint != null) ? URI.create(endpoint) : null;
		return new EndpointResolver(override, true, region, this.environment, new ProfileFiles(this.environment, null),
				this.instance)
			.resolve(ServiceKind.DYNAMODB);
	}

}
