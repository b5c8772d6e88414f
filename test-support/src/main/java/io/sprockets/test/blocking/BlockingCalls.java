package io.sprockets.test.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The blocking calls that were found. They are kept, and not thrown, since whoever blocks
 * may well catch what is thrown at it.
 */
public final class BlockingCalls {

	/** More of them would be more of the same. */
	private static final int MAX_KEPT = 50;

	private static final ConcurrentLinkedQueue<BlockingCall> FOUND = new ConcurrentLinkedQueue<>();

	private static final AtomicInteger SIZE = new AtomicInteger();

	private BlockingCalls() {
	}

	static void found(BlockingCall call) {
		if (SIZE.incrementAndGet() <= MAX_KEPT) {
			FOUND.add(call);
		}
	}

	/**
	 * Removes and returns all calls.
	 */
	public static List<BlockingCall> takeAll() {
		return take((call) -> true);
	}

	/**
	 * Removes and returns the calls that a test made on purpose.
	 */
	public static List<BlockingCall> takeThoseBy(Class<?> test) {
		return take((call) -> call.isBy(test));
	}

	private static List<BlockingCall> take(Predicate<BlockingCall> wanted) {
		List<BlockingCall> taken = new ArrayList<>();
		FOUND.removeIf((call) -> wanted.test(call) && taken.add(call));
		SIZE.set(FOUND.size());
		return taken;
	}

}
