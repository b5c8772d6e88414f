package io.sprockets.dynamodb.transport;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionReuseTests {

	private final ConnectionReuse reuse = new ConnectionReuse();

	@Test
	void isAllowedWhileNothingFails() {
		assertThat(refusals(10)).isZero();
	}

	@Test
	void failureCostsAFewConnections() {
		this.reuse.failed();
		assertThat(refusals(100)).isEqualTo(4);
	}

	@Test
	void eachFurtherFailureCostsMoreUpToALimit() {
		this.reuse.failed();
		this.reuse.failed();
		assertThat(refusals(100)).isEqualTo(16);
		for (int i = 0; i < 20; i++) {
			this.reuse.failed();
		}
		assertThat(refusals(10_000)).isEqualTo(1_024);
	}

	@Test
	void successEndsTheDoubts() {
		this.reuse.failed();
		this.reuse.failed();
		this.reuse.succeeded();
		assertThat(refusals(10)).isZero();
		this.reuse.failed();
		assertThat(refusals(100)).isEqualTo(4);
	}

	@Test
	void nothingIsDoubtfulBeforeAnythingWasSilent() {
		assertThat(this.reuse.isDoubtful(0)).isFalse();
	}

	@Test
	void silenceMakesThoseDoubtfulThatWereIdleAllTheWhile() {
		ConnectionReuse older = new ConnectionReuse(System.nanoTime() - TimeUnit.SECONDS.toNanos(100));
		assertThat(older.isDoubtful(45_000)).isFalse();
		older.silent(System.nanoTime() - TimeUnit.SECONDS.toNanos(20));
		assertThat(older.isDoubtful(19_000)).isFalse();
		assertThat(older.isDoubtful(21_000)).isTrue();
		older.silent(System.nanoTime() - TimeUnit.SECONDS.toNanos(30));
		assertThat(older.isDoubtful(21_000)).isTrue();
	}

	@Test
	void answerThatWasHardlyWaitedForSaysNothing() {
		ConnectionReuse older = new ConnectionReuse(System.nanoTime() - TimeUnit.SECONDS.toNanos(100));
		older.silent(System.nanoTime());
		assertThat(older.isDoubtful(45_000)).isFalse();
	}

	private long refusals(int answers) {
		return IntStream.range(0, answers).filter((i) -> !this.reuse.isAllowed()).count();
	}

}
