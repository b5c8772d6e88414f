package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

class AcquireTimerTests {

	private static final Duration TIMEOUT = Duration.ofMillis(50);

	private final Deadlines deadlines = new Deadlines();

	private final ColdStart start = new ColdStart();

	private final AcquireTimer timer = new AcquireTimer(this.deadlines, this.start);

	private final CountDownLatch over = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.deadlines.close();
	}

	@Test
	void afterTheStartAWaitEndsAfterItsTime() throws InterruptedException {
		this.start.requestSent();
		this.start.answered();
		long begun = System.nanoTime();
		this.timer.apply(this.over::countDown, TIMEOUT);
		assertEndsAtLeast(TIMEOUT, begun);
	}

	@Test
	void whileNothingWasSentAWaitDoesNotEnd() throws InterruptedException {
		this.timer.apply(this.over::countDown, TIMEOUT);
		assertThat(this.over.await(250, TimeUnit.MILLISECONDS)).isFalse();
	}

	@Test
	void waitCountsFromTheLastRequestSentBeforeTheFirstAnswer() throws InterruptedException {
		this.timer.apply(this.over::countDown, TIMEOUT);
		assertThat(this.over.await(120, TimeUnit.MILLISECONDS)).isFalse();
		long sent = System.nanoTime();
		this.start.requestSent();
		assertEndsAtLeast(TIMEOUT, sent);
	}

	@Test
	void waitCountsFromTheFirstAnswer() throws InterruptedException {
		this.timer.apply(this.over::countDown, TIMEOUT);
		this.start.requestSent();
		long answered = System.nanoTime();
		this.start.answered();
		this.start.answered();
		this.start.requestSent();
		assertEndsAtLeast(TIMEOUT, answered);
	}

	@Test
	void waitThatIsCalledOffDoesNotEnd() throws InterruptedException {
		Disposable wait = this.timer.apply(this.over::countDown, TIMEOUT);
		this.start.requestSent();
		wait.dispose();
		assertThat(wait.isDisposed()).isTrue();
		assertThat(this.over.await(200, TimeUnit.MILLISECONDS)).isFalse();
	}

	@Test
	void closingEndsAWaitAtOnce() throws InterruptedException {
		this.timer.apply(this.over::countDown, Duration.ofMinutes(1));
		this.deadlines.close();
		assertThat(this.over.await(10, TimeUnit.SECONDS)).isTrue();
	}

	private void assertEndsAtLeast(Duration time, long since) throws InterruptedException {
		assertThat(this.over.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(System.nanoTime() - since).isGreaterThanOrEqualTo(time.toNanos());
	}

}
