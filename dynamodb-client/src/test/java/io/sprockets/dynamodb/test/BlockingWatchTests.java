package io.sprockets.dynamodb.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.test.blocking.BlockingCall;
import io.sprockets.test.blocking.BlockingCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Proves that the watch over these tests finds what blocks, by blocking on purpose.
 */
class BlockingWatchTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	@TempDir
	private static Path folder;

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{\"Item\":{}}"));

	private final DynamoDbClient client = this.server.clientBuilder().build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@MethodSource("blockingWork")
	void blockingOnTheClientsEventLoopIsFound(Runnable work) {
		StepVerifier.create(this.client.getItem("orders").key("id", "1").one().doOnNext((item) -> work.run()))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		assertFoundOn("dynamodb-");
	}

	@Test
	void blockingOnReactorsSchedulersThatMustNotBlockIsFound() {
		StepVerifier.create(Mono.fromRunnable(BlockingWatchTests::await).subscribeOn(Schedulers.parallel()))
			.expectComplete()
			.verify(SOON);
		assertFoundOn("parallel-");
	}

	@Test
	void blockingOnAnyThreadOfTheClientIsFound() throws InterruptedException {
		Thread thread = new Thread(BlockingWatchTests::await, "dynamodb-anything");
		thread.start();
		thread.join(SOON.toMillis());
		assertFoundOn("dynamodb-anything");
	}

	@Test
	void blockingWhoseErrorWouldBeSwallowedIsFoundToo() {
		StepVerifier.create(this.client.getItem("orders").key("id", "1").one().doOnNext((item) -> {
			try {
				await();
			}
			catch (Throwable ex) {
				throw new AssertionError("Nothing is thrown at whoever blocks", ex);
			}
		})).expectNextCount(1).expectComplete().verify(SOON);
		assertFoundOn("dynamodb-");
	}

	@Test
	void blockingWhereItIsAllowedIsNotFound() {
		StepVerifier.create(Mono.fromRunnable(BlockingWatchTests::await).subscribeOn(Schedulers.boundedElastic()))
			.expectComplete()
			.verify(SOON);
		assertThat(BlockingCalls.takeThoseBy(getClass())).isEmpty();
	}

	static Stream<Arguments> blockingWork() {
		return Stream.of(argumentSet("waiting", (Runnable) BlockingWatchTests::await),
				argumentSet("reading a file", (Runnable) BlockingWatchTests::readFile),
				argumentSet("looking up a name", (Runnable) BlockingWatchTests::lookUp),
				argumentSet("connecting", (Runnable) BlockingWatchTests::connect));
	}

	// A latch awaited for so short a time may spin or expire without ever parking
	private static void await() {
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
	}

	private static void readFile() {
		try {
			Files.readAllBytes(Files.writeString(folder.resolve("credentials"), "[default]"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void lookUp() {
		try {
			InetAddress.getByName("localhost");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void connect() {
		try {
			URI.create("http://localhost:1/").toURL().openConnection().connect();
		}
		catch (IOException ex) {
			// Nobody listens there; blocking it was all the same
		}
	}

	private void assertFoundOn(String thread) {
		List<BlockingCall> found = BlockingCalls.takeThoseBy(getClass());
		assertThat(found).isNotEmpty().allSatisfy((call) -> assertThat(call.thread()).startsWith(thread));
	}

}
