package io.sprockets.dynamodb.endpoint;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.ConfigFileParseException;
import io.sprockets.dynamodb.error.EndpointConfigurationException;
import io.sprockets.dynamodb.error.ProfileNotFoundException;
import io.sprockets.dynamodb.error.RegionNotFoundException;
import io.sprockets.dynamodb.profile.AwsFolder;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EndpointResolverTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	@TempDir
	private Path home;

	private AwsFolder folder;

	private RecordingEnvironment environment;

	@BeforeEach
	void setUp() {
		this.folder = new AwsFolder(this.home);
		this.environment = this.folder.environment();
	}

	@Test
	void configuredEndpointGoesFirstThenVariablesFromNarrowToWideThenTheRegion() {
		assertThat(resolve(null, "eu-west-1").host()).isEqualTo("dynamodb.eu-west-1.amazonaws.com");
		this.environment.withVariable("AWS_ENDPOINT_URL", "https://wide:1");
		assertThat(resolve(null, "eu-west-1").host()).isEqualTo("wide:1");
		this.environment.withVariable("AWS_ENDPOINT_URL_DYNAMODB", "https://narrow:1");
		assertThat(resolve(null, "eu-west-1").host()).isEqualTo("narrow:1");
		this.environment.withVariable("DYNAMODB_ENDPOINT", "https://ours:1");
		assertThat(resolve(null, "eu-west-1").host()).isEqualTo("ours:1");
		assertThat(resolve("https://code:1", "eu-west-1").host()).isEqualTo("code:1");
	}

	@Test
	void configuredRegionGoesFirstThenPropertyThenVariablesThenTheProfile() {
		this.folder.config("[default]\nregion = r5\n");
		assertThat(resolve(null, " ").signingRegion()).isEqualTo("r5");
		this.environment.withVariable("AWS_DEFAULT_REGION", "r4");
		assertThat(resolve(null, null).signingRegion()).isEqualTo("r4");
		this.environment.withVariable("AWS_REGION", "r3");
		assertThat(resolve(null, null).signingRegion()).isEqualTo("r3");
		this.environment.withProperty("aws.region", "r2");
		assertThat(resolve(null, null).signingRegion()).isEqualTo("r2");
		assertThat(resolve(null, "r1").signingRegion()).isEqualTo("r1");
	}

	@ParameterizedTest
	@EnumSource(ServiceKind.class)
	void overrideServesAllServices(ServiceKind kind) {
		Endpoint endpoint = resolver("https://proxy.example.com", "eu-west-1").resolve(kind).block(TIMEOUT);
		assertThat(endpoint)
			.isEqualTo(new Endpoint(URI.create("https://proxy.example.com/"), "proxy.example.com", "eu-west-1", false));
	}

	@ParameterizedTest
	@EnumSource(ServiceKind.class)
	void regionLocalIsThisMachineForAllServices(ServiceKind kind) {
		Endpoint endpoint = resolver(null, "local").resolve(kind).block(TIMEOUT);
		assertThat(endpoint)
			.isEqualTo(new Endpoint(URI.create("http://localhost:8000/"), "localhost:8000", "us-east-1", true));
	}

	@Test
	void regionLocalAtAnEndpointSignsAsItIsAsOtherToolsDo() {
		assertThat(resolve("http://localhost:9000", "local"))
			.isEqualTo(new Endpoint(URI.create("http://localhost:9000/"), "localhost:9000", "local", true));
	}

	@ParameterizedTest
	@CsvSource({ "https://Example.COM, https://example.com/, example.com",
			"http://db.localhost:80/, http://db.localhost/, db.localhost", "https://a.b:443, https://a.b/, a.b",
			"http://db.localhost:443, http://db.localhost:443/, db.localhost:443",
			"HTTPS://a.b:80, https://a.b:80/, a.b:80", "http://[::1]:8000, http://[::1]:8000/, [::1]:8000",
			"http://127.0.0.1:8000/, http://127.0.0.1:8000/, 127.0.0.1:8000" })
	void hostHasThePortOnlyWhereItIsNotTheUsualOne(String configured, URI uri, String host) {
		Endpoint endpoint = resolve(configured, "eu-west-1");
		assertThat(endpoint.uri()).isEqualTo(uri);
		assertThat(endpoint.host()).isEqualTo(host);
	}

	@ParameterizedTest
	@CsvSource({ "localhost:8000, absolute", "//a.b, absolute", "/path, absolute", "ftp://a.b, absolute",
			"http:opaque, absolute", "http:///, absolute", "http://me:pw@a.b, password", "http://me:pw@a_b, password",
			"http://dynamodb_local:8000, underscore", "http://a.b:99999, port", "http://a.b:0, port",
			"http://a.b/x, path", "http://a.b//, path", "http://a.b?pw=1, query", "http://a.b#pw, fragment" })
	void endpointThatDynamoDbCannotBeAtIsRefusedByTheNameOfItsSetting(String configured, String reason) {
		failure(EndpointConfigurationException.class, configured, "eu-west-1")
			.withMessageContainingAll("dynamodb.endpoint", reason)
			.withMessageNotContaining("pw")
			.withMessageNotContaining("a.b");
		this.environment.withVariable("AWS_ENDPOINT_URL", configured);
		failure(EndpointConfigurationException.class, null, "eu-west-1").withMessageContainingAll("AWS_ENDPOINT_URL",
				reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://dynamodb-local:8000", "http://10.0.0.1:8000", "http://localhost.example.com",
			"HTTP://dynamodb.eu-west-1.amazonaws.com", "http://[2001:db8::1]:8000" })
	void plainHttpToAnotherMachineIsRefusedByTheNameOfItsSetting(String configured) {
		String host = URI.create(configured).getHost();
		failure(EndpointConfigurationException.class, configured, "eu-west-1")
			.withMessageContainingAll("dynamodb.endpoint", host, "https", "dynamodb.allow-insecure-http");
		this.environment.withVariable("AWS_ENDPOINT_URL", configured);
		failure(EndpointConfigurationException.class, null, "eu-west-1").withMessageContainingAll("AWS_ENDPOINT_URL",
				host, "dynamodb.allow-insecure-http");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8000", "http://db.localhost", "http://127.0.0.2:8000",
			"http://[::1]:8000", "http://0.0.0.0:8000", "https://10.0.0.1:8000" })
	void plainHttpOnThisMachineAndTlsAnywhereNeedNoSetting(String configured) {
		assertThat(resolve(configured, "eu-west-1").uri()).hasToString(configured + "/");
	}

	@Test
	void plainHttpToAnotherMachineIsCalledWhereItIsAllowed() {
		URI configured = URI.create("http://dynamodb-local:8000");
		EndpointResolver resolver = new EndpointResolver(configured, true, "eu-west-1", this.environment,
				new ProfileFiles(this.environment, null));
		StepVerifier.create(resolver.resolve(ServiceKind.DYNAMODB))
			.expectNext(
					new Endpoint(URI.create("http://dynamodb-local:8000/"), "dynamodb-local:8000", "eu-west-1", false))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void variableThatIsNoUriIsRefusedByItsName() {
		this.environment.withVariable("DYNAMODB_ENDPOINT", "http://me:pw@a b");
		failure(EndpointConfigurationException.class, null, "eu-west-1").withMessageContaining("DYNAMODB_ENDPOINT")
			.withMessageNotContaining("pw")
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { "eu west 1", "https://x", "eu-west-1.evil.com/", "EU-WEST-1", "-eu", "eu-", "a_b" })
	void regionThatCannotBeInAHostNameIsRefusedByTheNameOfItsSetting(String region) {
		failure(EndpointConfigurationException.class, null, region).withMessageStartingWith("dynamodb.region ");
		failure(EndpointConfigurationException.class, "http://localhost:8000", region)
			.withMessageStartingWith("dynamodb.region ");
		this.environment.withVariable("AWS_REGION", region);
		failure(EndpointConfigurationException.class, null, null).withMessageContaining("variable AWS_REGION ");
		this.environment.withProperty("aws.region", region);
		failure(EndpointConfigurationException.class, null, null).withMessageContaining("property aws.region ");
	}

	@Test
	void regionOfAProfileIsCheckedToo() {
		this.folder.config("[default]\nregion = eu west 1\n");
		failure(EndpointConfigurationException.class, null, null).withMessageContainingAll("Property region",
				"'default'", this.folder.file("config").toString());
	}

	@Test
	void noRegionNamesAllPlacesThatWereLookedAt() {
		failure(RegionNotFoundException.class, null, null).withMessageContainingAll("dynamodb.region", "aws.region",
				"AWS_REGION", "AWS_DEFAULT_REGION", "'default'", this.folder.file("config").toString());
		failure(RegionNotFoundException.class, "https://proxy.example.com", null)
			.withMessageContaining("dynamodb.region");
	}

	@Test
	void hostOfAwsTellsTheRegionWhereNothingElseDoes() {
		assertThat(resolve("https://dynamodb.eu-west-1.amazonaws.com", null).signingRegion()).isEqualTo("eu-west-1");
		this.environment.withVariable("AWS_REGION", "us-east-2");
		assertThat(resolve("https://dynamodb.eu-west-1.amazonaws.com", null).signingRegion()).isEqualTo("us-east-2");
	}

	@Test
	void errorsOfTheFilesAreSignalledWhereTheRegionIsLookedForThere() {
		this.environment.withVariable("AWS_PROFILE", "dev");
		failure(ConfigFileNotFoundException.class, null, null).withMessageContaining("'dev'");
		assertThat(resolve(null, "eu-west-1").signingRegion()).isEqualTo("eu-west-1");
	}

	@Test
	void localEndpointNeedsNoRegionAndNoFiles() {
		assertThat(resolve("http://localhost:8000", null))
			.isEqualTo(new Endpoint(URI.create("http://localhost:8000/"), "localhost:8000", "us-east-1", true));
		this.environment.withVariable("AWS_PROFILE", "dev").withVariable("AWS_CONFIG_FILE", this.home.resolve("gone"));
		assertThat(resolve("http://127.0.0.1:8000", null).signingRegion()).isEqualTo("us-east-1");
	}

	@Test
	void localEndpointHasTheRegionThatIsConfigured() {
		this.folder.config("[default]\nregion = eu-west-1\n");
		assertThat(resolve("http://localhost:8000", null).signingRegion()).isEqualTo("eu-west-1");
		assertThat(resolve("http://localhost:8000", "eu-west-2").signingRegion()).isEqualTo("eu-west-2");
	}

	@Test
	void localEndpointDoesNotHideWhatIsWrong() {
		this.folder.config("[profile other]\n");
		this.environment.withVariable("AWS_PROFILE", "dev");
		failure(ProfileNotFoundException.class, "http://localhost:8000", null).withMessageContaining("other");
		this.folder.config("[profile other\n");
		failure(ConfigFileParseException.class, "http://localhost:8000", null).withMessageContaining("line 1");
	}

	@Test
	void nothingIsReadOrCheckedBeforeSubscription() {
		this.folder.config("[broken");
		resolver("ftp://wrong", "wrong region").resolve(ServiceKind.DYNAMODB);
		assertThat(this.environment.asked()).isEmpty();
	}

	@Test
	void filesAreNotReadWhereTheRegionIsKnown() {
		resolve(null, "eu-west-1");
		assertThat(this.environment.asked()).doesNotContain("AWS_CONFIG_FILE", "AWS_REGION");
	}

	@Test
	void endpointIsLookedForOnceAndThenConstant() {
		this.folder.config("[default]\nregion = eu-west-1\n");
		EndpointResolver resolver = resolver(null, null);
		StepVerifier
			.create(Flux.range(0, 20)
				.flatMap((i) -> Mono.defer(() -> resolver.resolve(ServiceKind.STREAMS))
					.subscribeOn(Schedulers.parallel()))
				.distinct(System::identityHashCode))
			.expectNextCount(1)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.environment.asked()).containsOnlyOnce("AWS_ENDPOINT_URL", "AWS_REGION", "AWS_CONFIG_FILE");
		assertThat(resolver.resolve(ServiceKind.STREAMS)).isSameAs(resolver.resolve(ServiceKind.STREAMS));
	}

	@Test
	void errorIsNotKept() {
		EndpointResolver resolver = resolver(null, null);
		StepVerifier.create(resolver.resolve(ServiceKind.DYNAMODB))
			.expectError(RegionNotFoundException.class)
			.verify(TIMEOUT);
		this.environment.withVariable("AWS_REGION", "eu-west-1");
		StepVerifier.create(resolver.resolve(ServiceKind.DYNAMODB)).expectNextCount(1).expectComplete().verify(TIMEOUT);
	}

	private EndpointResolver resolver(@Nullable String endpoint, @Nullable String region) {
		URI override = (endpoint != null) ? URI.create(endpoint) : null;
		return new EndpointResolver(override, false, region, this.environment,
				new ProfileFiles(this.environment, null));
	}

	private Endpoint resolve(@Nullable String endpoint, @Nullable String region) {
		Endpoint resolved = resolver(endpoint, region).resolve(ServiceKind.DYNAMODB).block(TIMEOUT);
		assertThat(resolved).isNotNull();
		return resolved;
	}

	private <T extends RuntimeException> ThrowableAssertAlternative<T> failure(Class<T> type, @Nullable String endpoint,
			@Nullable String region) {
		return assertThatExceptionOfType(type)
			.isThrownBy(() -> resolver(endpoint, region).resolve(ServiceKind.DYNAMODB).block(TIMEOUT));
	}

}
