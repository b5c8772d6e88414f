package io.sprockets.dynamodb.credentials.sso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.transport.WebClientCredentialsExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The services of IAM Identity Center over the wire.
 */
class SsoFaultTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@TempDir
	private Path home;

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final WebClientCredentialsExchange exchange = new WebClientCredentialsExchange();

	private SsoSource source;

	@BeforeEach
	void logIn() throws IOException {
		SsoSettings settings = new SsoSettings("profile 'x'", "dev", "https://start.example.com", "eu-west-1",
				"123456789012", "Reader", this.server.endpoint(), this.server.endpoint(), false, false);
		RecordingEnvironment environment = new RecordingEnvironment().withVariable("HOME", this.home);
		Path file = Path.of(String.valueOf(SsoTokenFile.of(environment, settings).path()));
		Files.createDirectories(file.getParent());
		Files.writeString(file, """
				{"accessToken": "old-access", "expiresAt": "%s", "refreshToken": "old-refresh", "clientId": "client",
				 "clientSecret": "client-secret"}""".formatted(Instant.now().plusSeconds(60)));
		this.source = new SsoSource(new SourceContext(environment, this.exchange, Clock.systemUTC()), settings);
	}

	@AfterEach
	void close() {
		this.exchange.close();
		this.server.close();
	}

	@Test
	void tokenIsRenewedAndTaken() {
		this.server.script(FaultAnswer.ok("{\"accessToken\": \"new-access\", \"expiresIn\": 3600}"), FaultAnswer
			.close(), FaultAnswer.ok("""
					{"roleCredentials": {"accessKeyId": "AKID", "secretAccessKey": "hush", "sessionToken": "s"}}"""));
		StepVerifier.create(this.source.look())
			.assertNext((finding) -> assertThat(finding).isInstanceOf(Found.class))
			.expectComplete()
			.verify(SOON);
		assertThat(this.server.requests()).extracting((request) -> request.line())
			.containsExactly("POST /token HTTP/1.1",
					"GET /federation/credentials?role_name=Reader&account_id=123456789012 HTTP/1.1",
					"GET /federation/credentials?role_name=Reader&account_id=123456789012 HTTP/1.1");
		assertThat(this.server.requests().get(0).body()).asString().contains("old-refresh");
		assertThat(this.server.requests().get(2).header("x-amz-sso_bearer_token")).isEqualTo("new-access");
	}

	@Test
	void redirectIsNotFollowed() {
		this.server.script(FaultAnswer.status(307, "", "Location: " + this.server.endpoint() + "/elsewhere"));
		StepVerifier.create(this.source.look())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(CredentialsRetrievalException.class)
				.hasMessageEndingWith("the answer has status 307")
				.hasMessageNotContaining("old-"))
			.verify(SOON);
		assertThat(this.server.requests()).extracting((request) -> request.line().split("[ ?]")[1])
			.containsExactly("/token", "/federation/credentials");
	}

}
