package io.sprockets.test.blocking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call that blocked a thread which must not be blocked.
 *
 * @param method what was called
 * @param thread the thread's name
 * @param stack where it was called, innermost first
 */
public record BlockingCall(String method, String thread, List<StackTraceElement> stack) {

	private static final int SHOWN_FRAMES = 60;

	static BlockingCall here(String method) {
		Thread thread = Thread.currentThread();
		List<StackTraceElement> stack = Arrays.stream(thread.getStackTrace())
			.dropWhile((frame) -> isOfTheWatch(frame.getClassName()))
			.toList();
		return new BlockingCall(method, thread.getName(), stack);
	}

	private static boolean isOfTheWatch(String className) {
		return className.equals(Thread.class.getName()) || className.startsWith("io.sprockets.test.blocking.")
				|| className.startsWith("reactor.blockhound.");
	}

	/**
	 * Says whether it was made by, or on behalf of, a class or one nested in it.
	 */
	public boolean isBy(Class<?> type) {
		return this.stack.stream()
			.map(StackTraceElement::getClassName)
			.anyMatch((name) -> name.equals(type.getName()) || name.startsWith(type.getName() + "$"));
	}

	@Override
	public String toString() {
		return this.stack.stream()
			.limit(SHOWN_FRAMES)
			.map((frame) -> "\n\tat " + frame)
			.collect(Collectors.joining("", this.method + " blocked thread " + this.thread, ""));
	}

}
