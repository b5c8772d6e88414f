package io.sprockets.dynamodb.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.sprockets.dynamodb.DynamoDbClient;
import org.awaitility.Awaitility;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Calls that are under way together, and what they end with.
 */
final class Outcomes {

	private static final Duration SOON = Duration.ofSeconds(60);

	private final AtomicInteger successes = new AtomicInteger();

	private final Collection<Throwable> failures = new ConcurrentLinkedQueue<>();

	/**
	 * Subscribes to as many calls.
	 */
	List<Disposable> begin(DynamoDbClient client, int calls) {
		return IntStream.range(0, calls)
			.mapToObj((i) -> call(client).subscribe((answer) -> this.successes.incrementAndGet(), this.failures::add))
			.toList();
	}

	static Mono<?> call(DynamoDbClient client) {
		return client.execute("ListTables", new byte[0]);
	}

	int successes() {
		return this.successes.get();
	}

	Collection<Throwable> failures() {
		return this.failures;
	}

	/**
	 * Waits until as many calls have ended.
	 */
	void await(int calls) {
		Awaitility.await()
			.atMost(SOON)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> this.successes.get() + this.failures.size() >= calls);
	}

}
