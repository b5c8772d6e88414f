package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongFunction;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated answers, read by the codec and by plain Jackson. The system property
 * {@code differential.answers} says how many whole ones, beyond which come those that are
 * cut or broken; another {@code differential.seed} makes others, the same ones each time.
 */
class DifferentialReadingTests {

	private static final int ANSWERS = Integer.getInteger("differential.answers", 1_000_000);

	private static final long SEED = Long.getLong("differential.seed", 20_261_124L);

	private static final int PARTS = 4;

	/** One for all, since it remembers names and texts of the answers before. */
	private static final DynamoDbCodec CODEC = new DynamoDbCodec(JsonMappers.plain());

	private final ReadingComparison comparison = new ReadingComparison(CODEC);

	@Test
	void answersAreReadAsPlainJacksonReadsThem() throws Exception {
		forEach(ANSWERS, PARTS, (seed) -> this.comparison::requireSame);
	}

	@Test
	void answersCutAtAnyByteAreRefused() throws Exception {
		forEach(ANSWERS / 3_000, PARTS, (seed) -> new CutAnswers(CODEC)::requireRefused);
	}

	@Test
	void answersWithAnotherByteAreReadAsPlainJacksonReadsThemOrRefused() throws Exception {
		AtomicInteger read = new AtomicInteger();
		forEach(ANSWERS / 10, PARTS, (seed) -> {
			AnswerMutations mutations = new AnswerMutations(seed);
			return (answer) -> {
				GeneratedAnswer broken = mutations.mutate(answer);
				try {
					read.addAndGet(this.comparison.requireSameOrRefused(broken) ? 1 : 0);
				}
				catch (Exception | AssertionError ex) {
					throw new AssertionError("broken to " + broken, ex);
				}
			};
		});
		assertThat(read).as("answers that are right in spite of it").hasPositiveValue();
	}

	@Test
	void threadsDoNotDisturbEachOther() throws Exception {
		forEach(ANSWERS / 50, 4 * PARTS, (seed) -> this.comparison::requireSame);
	}

	@Test
	void anAnswerThatIsReadInTheMiddleOfAnotherDisturbsNeither() throws Exception {
		AtomicReference<Runnable> interruption = new AtomicReference<>();
		DynamoDbCodec codec = new DynamoDbCodec(InterruptedItem.mapper(() -> interruption.get().run()));
		ReadingComparison other = new ReadingComparison(codec);
		ItemType<InterruptedItem> type = codec.items(InterruptedItem.class);
		AnswerGenerator others = new AnswerGenerator(SEED + 1);
		forEach(ANSWERS / 100, 1, (seed) -> (answer) -> {
			GeneratedAnswer inside = others.next();
			interruption.set(() -> other.requireSame(inside));
			JsonNode tree = PlainJacksonReading.tree(answer.bytes(), answer.bytes().length);
			List<InterruptedItem> read = new ArrayList<>();
			if (answer.page()) {
				read.addAll(codec.pageAnswers(type).read(answer.bytes()).items());
			}
			else {
				read.add(codec.itemAnswers(type).read(answer.bytes()).item());
			}
			List<Object> plain = new ArrayList<>();
			read.forEach((item) -> plain.add((item != null) ? item.values() : null));
			Object expected = PlainJacksonAnswers.parts(tree, answer.page(), PlainJacksonReading::plainItem).get(0);
			assertThat(Sameness.same(answer.page() ? plain : plain.get(0), expected)).isTrue();
		});
	}

	/**
	 * Has each thread check its share of the answers, made of a seed of its own.
	 */
	private static void forEach(int answers, int threads, LongFunction<Consumer<GeneratedAnswer>> checks)
			throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		List<Future<?>> parts = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			int part = i;
			int share = (answers + threads - 1) / threads;
			parts.add(executor.submit(() -> checkEach(share, part, checks.apply(SEED + part))));
		}
		executor.shutdown();
		for (Future<?> part : parts) {
			try {
				part.get(10, TimeUnit.MINUTES);
			}
			catch (ExecutionException ex) {
				executor.shutdownNow();
				throw (AssertionError) ex.getCause();
			}
		}
	}

	private static void checkEach(int answers, int part, Consumer<GeneratedAnswer> check) {
		AnswerGenerator generator = new AnswerGenerator(SEED + part);
		for (int i = 0; i < answers && !Thread.currentThread().isInterrupted(); i++) {
			GeneratedAnswer answer = generator.next();
			try {
				check.accept(answer);
			}
			catch (Exception | AssertionError ex) {
				throw new AssertionError("differential.seed=" + SEED + ", part " + part + ", answer " + i + " of "
						+ answers + ": " + answer + "\n" + ex.getMessage(), ex);
			}
		}
	}

}
