package io.sprockets.dynamodb.credentials.metadata;

import java.time.Clock;
import java.time.Duration;

import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.ScriptedExchange;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceRegionTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final String HOST = "http://169.254.169.254";

	private static final String TOKEN = "PUT " + HOST + "/latest/api/token";

	private static final String REGION = "GET " + HOST + "/latest/meta-data/placement/region";

	private final RecordingEnvironment environment = new RecordingEnvironment().withVariable("HOME", "/nowhere");

	private final ScriptedExchange exchange = new ScriptedExchange();

	private final InstanceRegion region = new InstanceRegion(
			new SourceContext(this.environment, this.exchange, Clock.systemUTC()),
			new ProfileFiles(this.environment, null));

	@Test
	void regionIsFoundWithAToken() {
		this.exchange.on(TOKEN, 200, "token").on(REGION, 200, "eu-west-1\n");
		assertFound();
		assertThat(this.exchange.lines()).containsExactly(TOKEN, REGION);
		assertThat(this.exchange.requests().get(1).headers()).containsEntry("x-aws-ec2-metadata-token", "token");
	}

	@Test
	void regionIsFoundWithoutATokenWhereThereAreNone() {
		this.exchange.on(TOKEN, 404, "").on(REGION, 200, "eu-west-1");
		assertFound();
	}

	@Test
	void tokenIsKept() {
		this.exchange.on(TOKEN, 200, "token").on(REGION, 200, "eu-west-1");
		assertFound();
		assertFound();
		assertThat(this.exchange.lines()).containsExactly(TOKEN, REGION, REGION);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			404 |                   | the answer has status 404
			200 | <html>Log in      | the answer is not the name of a region
			200 | Europe/Berlin     | the answer is not the name of a region""")
	void whatIsNoRegionIsAnError(int status, String body, String reason) {
		this.exchange.on(TOKEN, 200, "token").on(REGION, status, (body != null) ? body : "");
		assertFails(HOST + ": " + reason);
	}

	@Test
	void unreachableServiceIsAnError() {
		this.exchange.fail(TOKEN, "no connection could be made", false);
		assertFails(HOST + ": no connection could be made");
	}

	@Test
	void nothingIsAskedIfThatIsDisabled() {
		this.environment.withVariable("AWS_EC2_METADATA_DISABLED", "true");
		assertFails("environment variable AWS_EC2_METADATA_DISABLED is true");
		assertThat(this.exchange.requests()).isEmpty();
	}

	private void assertFound() {
		StepVerifier.create(this.region.look()).expectNext("eu-west-1").expectComplete().verify(SOON);
	}

	private void assertFails(String message) {
		StepVerifier.create(this.region.look())
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(DynamoDbConfigurationException.class)
				.hasMessage(message))
			.verify(SOON);
	}

}
