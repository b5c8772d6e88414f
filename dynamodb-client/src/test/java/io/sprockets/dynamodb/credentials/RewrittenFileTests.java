package io.sprockets.dynamodb.credentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.sprockets.dynamodb.profile.AwsFolder;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A credentials file that is rewritten 10,000 times while calls go on.
 */
class RewrittenFileTests {

	private static final int TIMES = 10_000;

	private static final Duration TIMEOUT = Duration.ofSeconds(120);

	@TempDir
	private Path home;

	@Test
	void rewritingInPlaceGivesNeitherErrorNorMixture() {
		check(this::writeInPlace);
	}

	@Test
	void replacingGivesNeitherErrorNorMixture() {
		check(this::replace);
	}

	private void check(Writer writer) {
		AwsFolder folder = new AwsFolder(this.home).credentials(content(0));
		SourceContext context = new SourceContext(folder.environment(), FakeExchange.unreachable(), new HastyClock());
		try (DefaultCredentialsChain chain = new DefaultCredentialsChain(context,
				new ProfileFiles(folder.environment(), null), null)) {
			Set<String> seen = ConcurrentHashMap.newKeySet();
			Mono<Void> writing = Mono.<Void>fromCallable(() -> {
				for (int i = 1; i <= TIMES; i++) {
					writer.write(folder.file("credentials"), content(i));
				}
				return null;
			}).subscribeOn(Schedulers.boundedElastic());
			Flux<AwsCredentials> calls = Flux.interval(Duration.ofMillis(1))
				.onBackpressureDrop()
				.flatMap((call) -> chain.resolve().doOnNext((credentials) -> {
					checkPair(credentials);
					seen.add(credentials.accessKeyId());
					if (call % 200 == 0) {
						chain.invalidate(credentials);
					}
				}));
			StepVerifier.create(chain.resolve().thenMany(calls.takeUntilOther(writing)).then())
				.expectComplete()
				.verify(TIMEOUT);
			assertThat(seen).isNotEmpty();
			StepVerifier
				.create(Mono.defer(chain::resolve)
					.repeatWhen((ends) -> ends.delayElements(Duration.ofMillis(20)))
					.filter((credentials) -> credentials.accessKeyId().equals("id-" + TIMES))
					.next())
				.expectNextCount(1)
				.expectComplete()
				.verify(TIMEOUT);
		}
	}

	private static void checkPair(AwsCredentials credentials) {
		String number = credentials.accessKeyId().substring("id-".length());
		assertThat(credentials.secretAccessKey()).isEqualTo("secret-" + number + "-end");
	}

	private static String content(int number) {
		return "[default]\naws_access_key_id = id-" + number + "\naws_secret_access_key = secret-" + number
				+ "-end\n[other]\nregion = eu-west-1\n";
	}

	private void writeInPlace(Path file, String content) throws IOException {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		int half = "[default]\naws_access_key_id = id-1\naws_secret_access_key = sec".length();
		try (var output = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
			output.write(bytes, 0, half);
			output.write(bytes, half, bytes.length - half);
		}
	}

	private void replace(Path file, String content) throws IOException {
		Path fresh = file.resolveSibling("fresh");
		Files.writeString(fresh, content);
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
	}

	@FunctionalInterface
	private interface Writer {

		void write(Path file, String content) throws IOException;

	}

	/**
	 * A clock by which, at each look, some seconds have passed, so that files are looked
	 * at all the time.
	 */
	private static final class HastyClock extends Clock {

		private final AtomicLong millis = new AtomicLong(Instant.parse("2026-11-24T12:00:00Z").toEpochMilli());

		@Override
		public Instant instant() {
			return Instant.ofEpochMilli(this.millis.addAndGet(3_000));
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
