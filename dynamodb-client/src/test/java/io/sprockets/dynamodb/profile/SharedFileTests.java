package io.sprockets.dynamodb.profile;

import java.util.Map;

import io.sprockets.dynamodb.profile.SharedFile.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedFileTests {

	@Test
	void systemPropertyGoesBeforeVariable() {
		AwsEnvironment environment = AwsEnvironment.of(
				Map.of("AWS_CONFIG_FILE", "/variable", "AWS_SHARED_CREDENTIALS_FILE", "/variable2"),
				Map.of("aws.configFile", "/property", "aws.sharedCredentialsFile", "/property2"));
		assertThat(SharedFile.locate(Kind.CONFIG, environment).location()).isEqualTo("/property");
		assertThat(SharedFile.locate(Kind.CREDENTIALS, environment).location()).isEqualTo("/property2");
	}

	@Test
	void homeFolderIsTheJvmsWhereNoVariableTellsIt() {
		AwsEnvironment environment = AwsEnvironment.of(Map.of("USERPROFILE", "ignored"),
				Map.of("user.home", "/users/me", "os.name", "Linux"));
		assertThat(SharedFile.locate(Kind.CONFIG, environment).location()).isEqualTo("/users/me/.aws/config");
	}

	@Test
	void halfOfDriveAndPathIsNoHomeFolder() {
		AwsEnvironment environment = AwsEnvironment.of(Map.of("HOMEDRIVE", "C:"),
				Map.of("user.home", "D:\\me", "os.name", "Windows Server 2025"));
		assertThat(SharedFile.locate(Kind.CREDENTIALS, environment).location()).isEqualTo("D:\\me\\.aws\\credentials");
	}

	@Test
	void tildeInANamedFileIsTheHomeFolder() {
		AwsEnvironment environment = AwsEnvironment
			.of(Map.of("HOME", "/home/me", "AWS_CONFIG_FILE", "~/elsewhere/config"), Map.of());
		assertThat(SharedFile.locate(Kind.CONFIG, environment).location()).isEqualTo("/home/me/elsewhere/config");
	}

	@Test
	void tildeOfAnotherUserIsLeftAlone() {
		AwsEnvironment environment = AwsEnvironment.of(Map.of("HOME", "/home/me", "AWS_CONFIG_FILE", "~other/config"),
				Map.of());
		assertThat(SharedFile.locate(Kind.CONFIG, environment).location()).isEqualTo("~other/config");
	}

	@Test
	void noHomeFolderIsNoFile() {
		SharedFile file = SharedFile.locate(Kind.CONFIG, AwsEnvironment.of(Map.of(), Map.of()));
		assertThat(file.location()).isNull();
		assertThat(file.describe()).contains("~/.aws/config", "HOME", "user.home");
		assertThat(SharedFileReader.read(file)).isNull();
	}

	@Test
	void relativePathIsDescribedInFull() {
		SharedFile file = new SharedFile(Kind.CONFIG, "some/config", "environment variable AWS_CONFIG_FILE");
		assertThat(file.describe()).startsWith("/").contains("/some/config", "AWS_CONFIG_FILE");
	}

}
