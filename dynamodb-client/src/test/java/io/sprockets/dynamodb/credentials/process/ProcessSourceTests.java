package io.sprockets.dynamodb.credentials.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.FakeExchange;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisabledOnOs(OS.WINDOWS)
class ProcessSourceTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

	private static final String SECRET = "SecretOfTheTest";

	@TempDir
	private Path folder;

	@Test
	void credentialsAreReadWithAllTheirParts() {
		assertThat(found("echo '{\"Version\":1,\"AccessKeyId\":\"id\",\"SecretAccessKey\":\"s\",\"SessionToken\":\"t\","
				+ "\"Expiration\":\"2026-11-24T13:00:00+00:00\",\"AccountId\":\"2\",\"More\":[]}'"))
			.isEqualTo(
					new Found(new AwsCredentials("id", "s", "t", Instant.parse("2026-11-24T13:00:00Z"), "2"), false));
	}

	@Test
	void credentialsWithoutEndAreLastingAndOfTheProfilesAccount() {
		assertThat(found("echo '{\"Version\":1,\"AccessKeyId\":\"id\",\"SecretAccessKey\":\"s\"}'"))
			.isEqualTo(new Found(new AwsCredentials("id", "s", null, null, "1"), true));
	}

	@Test
	void commandIsTheShells() {
		assertThat(found("A='{\"Version\":1,\"AccessKeyId\":\"id\",'; (echo \"$A\"; echo '\"SecretAccessKey\":\"s\"}')"
				+ " | cat"))
			.isNotNull();
	}

	@Test
	void exitCodeIsToldAndNothingOfWhatWasPrinted() {
		failure("echo " + SECRET + "; echo " + SECRET + " >&2; exit 3").withMessageContainingAll("exit code 3",
				"profile 'p'");
		failure("no-such-command-" + SECRET).withMessageContaining("exit code 127");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "no JSON|not JSON", "[]|not an object", "{}|\"Version\": 1",
			"{\"Version\":2,\"AccessKeyId\":\"i\",\"SecretAccessKey\":\"SecretOfTheTest\"}|\"Version\": 1",
			"{\"Version\":1,\"SecretAccessKey\":\"SecretOfTheTest\"}|lacks AccessKeyId",
			"{\"Version\":1,\"AccessKeyId\":7}|lacks AccessKeyId and SecretAccessKey",
			"{\"Version\":1,\"AccessKeyId\":\"i\",\"SecretAccessKey\":\"SecretOfTheTest\",\"Expiration\":\"x\"}|Expiration",
			"{\"Version\":1,\"AccessKeyId\":\"i\",\"SecretAccessKey\":\"SecretOfTheTest\",\"Expiration\":\"2026-11-24T12:00:00Z\"}|expired",
			"'{\"SecretAccessKey\":\"SecretOfTheTest\"'|not JSON" })
	void outputOfNoUseIsToldWithoutQuotingIt(String output, String reason) throws Exception {
		Path file = this.folder.resolve("output");
		Files.writeString(file, output);
		failure("cat " + file).withMessageContaining(reason);
	}

	@Test
	void nothingPrintedIsNotJson() {
		failure("true").withMessageContaining("not JSON");
	}

	@Test
	void tooMuchOutputEndsTheCommand() {
		failure("yes " + SECRET).withMessageContaining("more than 64 KB");
	}

	@Test
	void commandThatHangsIsEndedWithAllItStarted() {
		Path pid = this.folder.resolve("pid");
		ProcessSource source = source(
				ShellCommand.of("sleep 1000 & echo $! > " + pid + "; wait", Duration.ofSeconds(1)));
		assertThatExceptionOfType(CredentialsRetrievalException.class).isThrownBy(() -> source.look().block(TIMEOUT))
			.withMessageContaining("longer than 1 seconds");
		expectEnd(pid);
	}

	@Test
	void whoCancelsEndsTheCommand() {
		Path pid = this.folder.resolve("pid");
		Disposable look = source(ShellCommand.of("echo $$ > " + pid + "; sleep 1000", TIMEOUT)).look().subscribe();
		StepVerifier.create(eventually(Mono.fromCallable(() -> Files.exists(pid) && Files.size(pid) > 0)))
			.expectNextCount(1)
			.expectComplete()
			.verify(TIMEOUT);
		look.dispose();
		expectEnd(pid);
	}

	@Test
	void processLeftInTheBackgroundIsNotWaitedFor() {
		assertThat(found("sleep 5 & echo '{\"Version\":1,\"AccessKeyId\":\"id\",\"SecretAccessKey\":\"s\"}'"))
			.isNotNull();
	}

	@Test
	void commandThatReadsGetsNothingToRead() {
		failure("read answer; exit 9").withMessageContaining("exit code 9");
	}

	@Test
	void errorsThatFillAPipeDoNotHang() {
		assertThat(found("head -c 1000000 /dev/zero >&2; "
				+ "echo '{\"Version\":1,\"AccessKeyId\":\"id\",\"SecretAccessKey\":\"s\"}'"))
			.isNotNull();
	}

	@Test
	void commandRunsOffTheSubscribersThread() {
		StepVerifier
			.create(source(
					ShellCommand.of("echo '{\"Version\":1,\"AccessKeyId\":\"id\",\"SecretAccessKey\":\"s\"}'", TIMEOUT))
				.look()
				.map((finding) -> Thread.currentThread().getName()))
			.assertNext((name) -> assertThat(name).startsWith("boundedElastic"))
			.expectComplete()
			.verify(TIMEOUT);
	}

	private static void expectEnd(Path pid) {
		StepVerifier
			.create(eventually(Mono.fromCallable(() -> ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
				.stream()
				.noneMatch(ProcessHandle::isAlive))))
			.expectNextCount(1)
			.expectComplete()
			.verify(TIMEOUT);
	}

	private static Flux<Boolean> eventually(Mono<Boolean> condition) {
		return condition.repeatWhen((ends) -> ends.delayElements(Duration.ofMillis(20), Schedulers.boundedElastic()))
			.filter(Boolean::booleanValue)
			.take(1);
	}

	private static Found found(String command) {
		return (Found) source(ShellCommand.of(command, TIMEOUT)).look().block(TIMEOUT);
	}

	private static ThrowableAssertAlternative<CredentialsRetrievalException> failure(String command) {
		return assertThatExceptionOfType(CredentialsRetrievalException.class)
			.isThrownBy(() -> source(ShellCommand.of(command, TIMEOUT)).look().block(TIMEOUT))
			.withMessageNotContaining(SECRET);
	}

	private static ProcessSource source(ShellCommand command) {
		SourceContext context = new SourceContext(AwsEnvironment.of(Map.of(), Map.of()), FakeExchange.unreachable(),
				Clock.fixed(NOW, ZoneOffset.UTC));
		return new ProcessSource(context, "profile 'p'", command, "1");
	}

}
