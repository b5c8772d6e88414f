package io.sprockets.dynamodb.profile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.sprockets.dynamodb.error.ConfigFileParseException;
import io.sprockets.dynamodb.test.fuzz.FuzzRun;
import io.sprockets.dynamodb.test.fuzz.FuzzTarget;
import io.sprockets.dynamodb.test.fuzz.FuzzedFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Broken config and credentials files: each gives profiles or the documented exception,
 * and what may be a secret of theirs is in no message and no log.
 */
class ProfileFuzzTests {

	private static final String SECRET = "S3cr3tOfTheFile";

	private static final FuzzedFormat FORMAT = new FuzzedFormat(
			"[]=#; \t\n\r\\.-_/%@:+a\u0000\u000B\f\u001F\"'".getBytes(StandardCharsets.US_ASCII),
			List.of("\n", "\r\n", "\r", "[default]\n", "[profile a]\n", "[sso-session s]\n", "[services s]\n", "[]",
					"[", "= ", "=", " = ", "\n  ", "\n\t", "#", " ;", "\u2028", "\u0085", "\u000B", " ",
					"aws_secret_access_key = " + SECRET + "\n", "aws_session_token " + SECRET + "==\n",
					"s3 =\n  " + SECRET + " key = 1\n", "region = eu-west-1\n", "source_profile = b\n",
					"role_arn = arn:aws:iam::1:role/r\n", " ".repeat(5_000), "a".repeat(5_000), "=".repeat(500),
					"\n a=b".repeat(300), "\u2028".repeat(300)),
			FuzzedFormat.EDGE_NUMBERS, List.of(new FuzzedFormat.Nesting("[", "]"), new FuzzedFormat.Nesting(" ", "\n"),
					new FuzzedFormat.Nesting("[profile ", "]\n")));

	@TempDir
	private Path home;

	private final SecretCatcher catcher = new SecretCatcher();

	private final Logger logger = (Logger) LoggerFactory.getLogger("software.amazon.awssdk.profiles");

	@BeforeEach
	void catchSecrets() {
		this.catcher.start();
		this.logger.setAdditive(false);
		this.logger.addAppender(this.catcher);
	}

	@AfterEach
	void stopCatching() {
		this.logger.detachAppender(this.catcher);
		this.logger.setAdditive(true);
	}

	@Test
	void anyFileIsParsedOrRefused() throws Exception {
		new FuzzRun("profile files", FORMAT, ProfileTexts::new).withAnyMemory().read(80_000, () -> {
			Map<SharedFile.Kind, SharedFile> files = Map.of(SharedFile.Kind.CONFIG,
					SharedFile.locate(SharedFile.Kind.CONFIG, AwsEnvironment.of(Map.of(), Map.of())),
					SharedFile.Kind.CREDENTIALS,
					SharedFile.locate(SharedFile.Kind.CREDENTIALS, AwsEnvironment.of(Map.of(), Map.of())));
			return (input) -> {
				String text = new String(input, StandardCharsets.UTF_8);
				return isAccepted(() -> ProfileFileParser.parse(files.get(SharedFile.Kind.CONFIG), text))
						| isAccepted(() -> ProfileFileParser.parse(files.get(SharedFile.Kind.CREDENTIALS), text));
			};
		});
		assertThat(this.catcher.caught).isNull();
	}

	@Test
	void anyBytesAreReadOrRefused() throws Exception {
		new FuzzRun("profile bytes", FORMAT, ProfileTexts::new).withAnyMemory().read(3_000, this::files);
		assertThat(this.catcher.caught).isNull();
	}

	private FuzzTarget files() {
		AwsFolder folder = new AwsFolder(this.home.resolve(Thread.currentThread().getName() + System.nanoTime()))
			.config("");
		return (input) -> {
			Files.write(folder.file("credentials"), input);
			return isAccepted(() -> SharedFiles.read(folder.environment())
				.select(new ProfileSelection("default", null))
				.property("region"));
		};
	}

	private static boolean isAccepted(Supplier<?> reading) {
		try {
			reading.get();
			return true;
		}
		catch (ConfigFileParseException ex) {
			assertThat(ex.getMessage()).doesNotContain(SECRET).hasSizeLessThan(1_000);
			return false;
		}
	}

	/**
	 * Keeps the first message in which a secret would be a name that is none. A profile's
	 * name is one whatever it is, and so is a valid one that comes twice.
	 */
	private static final class SecretCatcher extends AppenderBase<ILoggingEvent> {

		private volatile String caught;

		@Override
		protected void append(ILoggingEvent event) {
			String message = event.getFormattedMessage();
			if (message.startsWith("Ignoring property") && message.contains(SECRET) && this.caught == null) {
				this.caught = message;
			}
		}

	}

	/**
	 * Makes files as they should be.
	 */
	private static final class ProfileTexts implements Supplier<byte[]> {

		private static final List<String> SECTIONS = List.of("[default]", "[profile a]", "[profile b] ; comment", "[a]",
				"[sso-session s]", "[ profile c ]", "[profile default]", "[services s]");

		private static final List<String> PROPERTIES = List.of("region = eu-west-1", "aws_access_key_id=AKID",
				"aws_secret_access_key = " + SECRET, "aws_session_token = " + SECRET + "/+==  # comment", "s3 =",
				"  addressing_style = path", "\tmax = 1", "role_arn = arn:aws:iam::1:role/r", "source_profile = b",
				"credential_process = /bin/x --arg \"a b\"", "# comment", "", "   ", "retry_mode =", "sso_session = s",
				"  " + SECRET + " = nested");

		private final Random random;

		ProfileTexts(long seed) {
			this.random = new Random(seed);
		}

		@Override
		public byte[] get() {
			String end = (this.random.nextInt(4) == 0) ? "\r\n" : "\n";
			StringBuilder text = new StringBuilder();
			for (int i = this.random.nextInt(4); i >= 0; i--) {
				text.append(SECTIONS.get(this.random.nextInt(SECTIONS.size()))).append(end);
				for (int j = this.random.nextInt(8); j > 0; j--) {
					text.append(PROPERTIES.get(this.random.nextInt(PROPERTIES.size()))).append(end);
				}
			}
			return text.toString().getBytes(StandardCharsets.UTF_8);
		}

	}

}
