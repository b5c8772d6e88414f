package io.sprockets.dynamodb.credentials.sts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import io.sprockets.dynamodb.credentials.FakeExchange;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.Form;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.AwsFolder;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnvironmentWebIdentitySourceTests {

	@TempDir
	private Path home;

	private AwsFolder folder;

	private RecordingEnvironment environment;

	private Path token;

	private final FakeExchange exchange = FakeExchange.unreachable();

	@BeforeEach
	void setUp() {
		this.folder = new AwsFolder(this.home);
		this.token = this.home.resolve("token");
		this.environment = this.folder.environment();
	}

	@Test
	void withoutATokenFileThereIsNothing() {
		this.environment.withVariable("AWS_ROLE_ARN", "r");
		assertThat(look()).isInstanceOf(Nothing.class);
		assertThat(this.environment.asked()).doesNotContain("AWS_CONFIG_FILE");
	}

	@Test
	void tokenFileWithoutARoleIsRefused() {
		this.environment.withVariable("AWS_WEB_IDENTITY_TOKEN_FILE", this.token);
		assertThatExceptionOfType(DynamoDbConfigurationException.class).isThrownBy(this::look)
			.withMessageContaining("AWS_ROLE_ARN is not set");
	}

	@Test
	void propertiesGoBeforeVariables() throws Exception {
		Files.writeString(this.token, "token");
		this.environment.withVariable("AWS_WEB_IDENTITY_TOKEN_FILE", "/gone")
			.withProperty("aws.webIdentityTokenFile", this.token)
			.withVariable("AWS_ROLE_ARN", "variable")
			.withProperty("aws.roleArn", "property")
			.withProperty("aws.roleSessionName", "me");
		assertThatExceptionOfType(CredentialsRetrievalException.class).isThrownBy(this::look)
			.withMessageContainingAll("role property", "there is no connection")
			.withMessageNotContaining("token=");
		assertThat(Form.read(this.exchange.requests().get(0).body())).containsEntry("RoleArn", "property")
			.containsEntry("RoleSessionName", "me");
	}

	@Test
	void regionOfTheProfileIsUsedAndFilesThatCannotBeReadDoNotMatter() throws Exception {
		Files.writeString(this.token, "token");
		this.environment.withVariable("AWS_WEB_IDENTITY_TOKEN_FILE", this.token).withVariable("AWS_ROLE_ARN", "r");
		this.folder.config("[default]\nregion = eu-west-1\n");
		assertThatExceptionOfType(CredentialsRetrievalException.class).isThrownBy(this::look)
			.withMessageContaining("https://sts.eu-west-1.amazonaws.com/");
		this.folder.config("[default");
		assertThatExceptionOfType(CredentialsRetrievalException.class).isThrownBy(this::look)
			.withMessageContaining("https://sts.amazonaws.com/");
	}

	@Test
	void tokenThatCannotBeReadIsToldByItsPath() throws Exception {
		this.environment.withVariable("AWS_WEB_IDENTITY_TOKEN_FILE", this.token).withVariable("AWS_ROLE_ARN", "r");
		expectUnreadable("does not exist");
		Files.writeString(this.token, " \n");
		expectUnreadable("empty");
		Files.writeString(this.token, "x".repeat(100_000));
		expectUnreadable("larger");
		Files.delete(this.token);
		Files.createDirectory(this.token);
		expectUnreadable("directory");
		assertThat(this.exchange.requests()).isEmpty();
	}

	private void expectUnreadable(String reason) {
		assertThatExceptionOfType(CredentialsRetrievalException.class).isThrownBy(this::look)
			.withMessageContainingAll(this.token.toString(), "AWS_WEB_IDENTITY_TOKEN_FILE", reason);
	}

	private Finding look() {
		Finding finding = new EnvironmentWebIdentitySource(
				new SourceContext(this.environment, this.exchange, Clock.systemUTC()),
				new ProfileFiles(this.environment, null), null)
			.look()
			.block(Duration.ofSeconds(5));
		assertThat(finding).isNotNull();
		return finding;
	}

}
