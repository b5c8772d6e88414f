package io.sprockets.dynamodb.credentials.metadata;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.transport.WebClientCredentialsExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The services of an instance and of a container, doing wrong over the wire.
 */
class MetadataFaultTests {

	/** What the metadata of an instance may cost where there are none. */
	private static final Duration BOUND = Duration.ofSeconds(4);

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final FaultAnswer TOKEN = FaultAnswer.ok("token");

	private static final String ANSWER = """
			{"Code": "Success", "AccessKeyId": "AKID", "SecretAccessKey": "hush", "Token": "session",
			 "Expiration": "2030-01-31T12:00:00Z"}""";

	private final FaultServer server = new FaultServer(TOKEN);

	private final RecordingEnvironment environment = new RecordingEnvironment().withVariable("HOME", "/nowhere");

	private final WebClientCredentialsExchange exchange = new WebClientCredentialsExchange();

	private final SourceContext context = new SourceContext(this.environment, this.exchange, Clock.systemUTC());

	/**
	 * Loads what the first exchange of a JVM has to load, so that times can be told.
	 */
	@BeforeEach
	void load() {
		StepVerifier.create(this.exchange.exchange(CredentialsRequest.of("GET", this.server.endpoint(), LONG)))
			.expectNextCount(1)
			.expectComplete()
			.verify(LONG);
		this.server.requests().clear();
	}

	@AfterEach
	void close() {
		this.exchange.close();
		this.server.close();
	}

	@Test
	void instanceGivesItsRolesCredentials() {
		this.server.script(TOKEN, FaultAnswer.ok("my-role"), FaultAnswer.ok(ANSWER));
		StepVerifier.create(instance().look())
			.assertNext((finding) -> assertThat(finding).isInstanceOf(Found.class))
			.expectComplete()
			.verify(SOON);
		assertThat(this.server.requests()).extracting((request) -> request.line())
			.containsExactly("PUT /latest/api/token HTTP/1.1",
					"GET /latest/meta-data/iam/security-credentials/ HTTP/1.1",
					"GET /latest/meta-data/iam/security-credentials/my-role HTTP/1.1");
		assertThat(this.server.requests().get(0).header("x-aws-ec2-metadata-token-ttl-seconds")).isEqualTo("21600");
		assertThat(this.server.requests().get(2).header("x-aws-ec2-metadata-token")).isEqualTo("token");
	}

	@Test
	void silentInstanceIsNothingInBoundedTime() {
		this.server.script(FaultAnswer.silence());
		assertInstanceGivesNothing("no whole answer came within 1000 ms");
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void drippingInstanceIsNothingInBoundedTime() {
		this.server.script(FaultAnswer.drip(Duration.ofMillis(400)));
		assertInstanceGivesNothing("no whole answer came within 1000 ms");
	}

	@Test
	void instanceThatIsNotThereIsNothingInBoundedTime() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			this.environment.withVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT",
					"http://localhost:" + socket.getLocalPort());
		}
		assertNothing(new InstanceMetadataSource(this.context, new ProfileFiles(this.environment, null)),
				"no connection could be made");
	}

	@Test
	void instanceThatBreaksConnectionsIsNothing() {
		this.server.script(FaultAnswer.reset());
		assertInstanceGivesNothing("the connection was closed before a whole answer had come");
	}

	@Test
	void instanceThatAnswersHtmlIsNothing() {
		this.server.script(FaultAnswer.ok("<html><body>Please log in</body></html>"));
		assertInstanceGivesNothing("the answer is not a session token");
	}

	@Test
	void instanceThatRedirectsIsNothingAndNotFollowed() {
		this.server.script(FaultAnswer.status(301, "", "Location: " + this.server.endpoint() + "/elsewhere"));
		assertInstanceGivesNothing("the answer has status 301");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void instanceWithHugeAnswersIsNothing() {
		this.server.script(FaultAnswer.status(200, new byte[1_000_000]));
		assertInstanceGivesNothing("the answer is larger than 64 KB");
	}

	@Test
	void silentContainerIsAnErrorInBoundedTime() {
		this.server.script(FaultAnswer.silence());
		assertContainerFails(Duration.ofSeconds(8), "no whole answer came within 2000 ms (3 attempts)");
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void containerThatFailsIsAskedAgain() {
		this.server.script(FaultAnswer.status(503, ""), FaultAnswer.close(), FaultAnswer.ok(ANSWER));
		StepVerifier.create(container().look())
			.assertNext((finding) -> assertThat(finding).isInstanceOf(Found.class))
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void containerThatAnswersHtmlIsAnError() {
		this.server.script(FaultAnswer.ok("<html></html>"));
		assertContainerFails(SOON, "the answer is HTML or XML, not JSON");
	}

	@Test
	void containerThatRedirectsIsAnErrorAndNotFollowed() {
		this.environment.withVariable("AWS_CONTAINER_AUTHORIZATION_TOKEN", "top-secret");
		this.server.script(FaultAnswer.status(307, "", "Location: " + this.server.endpoint() + "/elsewhere"));
		assertContainerFails(SOON, "the answer has status 307");
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.server.requests().get(0).header("Authorization")).isEqualTo("top-secret");
	}

	private CredentialsSource instance() {
		this.environment.withVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", this.server.endpoint() + "/");
		return new InstanceMetadataSource(this.context, new ProfileFiles(this.environment, null));
	}

	private CredentialsSource container() {
		this.environment.withVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI", this.server.endpoint() + "/v1/credentials");
		return new ContainerSource(this.context);
	}

	private void assertInstanceGivesNothing(String reason) {
		assertNothing(instance(), reason);
	}

	private static void assertNothing(CredentialsSource source, String reason) {
		StepVerifier.create(source.look().cast(Nothing.class))
			.assertNext((nothing) -> assertThat(nothing.reason()).startsWith("EC2 instance metadata (http://localhost:")
				.endsWith("): " + reason))
			.expectComplete()
			.verify(BOUND);
	}

	private void assertContainerFails(Duration bound, String reason) {
		Consumer<Throwable> check = (ex) -> assertThat(ex).isInstanceOf(CredentialsRetrievalException.class)
			.hasMessageContaining("AWS_CONTAINER_CREDENTIALS_FULL_URI, " + this.server.endpoint() + "/v1/…")
			.hasMessageEndingWith(": " + reason)
			.hasMessageNotContaining("top-secret");
		StepVerifier.create(container().look()).expectErrorSatisfies(check).verify(bound);
	}

}
