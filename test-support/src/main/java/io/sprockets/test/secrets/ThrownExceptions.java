package io.sprockets.test.secrets;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

/**
 * The exceptions the client made, each to be read once it has all its causes.
 */
public final class ThrownExceptions {

	private static final int MAX_WAITING = 5_000;

	private static final LinkedBlockingQueue<Throwable> WAITING = new LinkedBlockingQueue<>(MAX_WAITING);

	private ThrownExceptions() {
	}

	/**
	 * Takes note of an exception. One of too many is read at once, as far as it has come.
	 */
	public static void made(Throwable exception) {
		if (!WAITING.offer(exception)) {
			SecretWatch.scan(exception.getClass().getName(), exception.toString());
		}
	}

	static void scanAll() {
		Throwable exception = WAITING.poll();
		while (exception != null) {
			SecretWatch.scan(exception.getClass().getName(), text(exception));
			exception = WAITING.poll();
		}
	}

	/**
	 * Returns what is printed of an exception: messages and frames, of its causes and the
	 * suppressed ones too.
	 */
	static @Nullable String text(Throwable exception) {
		StringWriter text = new StringWriter();
		exception.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
