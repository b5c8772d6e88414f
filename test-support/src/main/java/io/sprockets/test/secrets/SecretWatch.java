package io.sprockets.test.secrets;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Watches over what the tests of this JVM log, print, throw and name threads.
 */
public final class SecretWatch {

	/** More of them would be more of the same. */
	private static final int MAX_KEPT = 50;

	private static final SecretScan SCAN = new SecretScan();

	private static final ConcurrentLinkedQueue<Leak> FOUND = new ConcurrentLinkedQueue<>();

	private static final AtomicInteger SIZE = new AtomicInteger();

	private static final ThreadLocal<Boolean> MADE_UP = ThreadLocal.withInitial(() -> false);

	private SecretWatch() {
	}

	/**
	 * Begins to watch.
	 */
	public static void begin(Instrumentation instrumentation) {
		SecretSources.watch(instrumentation);
		System.setOut(ScannedOutput.of(System.out, "System.out"));
		System.setErr(ScannedOutput.of(System.err, "System.err"));
	}

	/**
	 * Adds a secret that must not come to light from now on: an item's value, a token.
	 * @return the secret
	 */
	public static String keep(String secret) {
		SCAN.add(secret);
		return secret;
	}

	/**
	 * Says that what this thread gives to credentials is no secret from now on: a fuzzed
	 * one may be any word of any message.
	 */
	public static void learnNothingOfThisThread() {
		MADE_UP.set(true);
	}

	/**
	 * Says whether what this thread gives to credentials is a secret.
	 */
	static boolean learnsOfThisThread() {
		return !MADE_UP.get();
	}

	/**
	 * Looks for secrets in a text, and keeps what is found.
	 * @param place where the text is, for the report
	 */
	public static void scan(String place, @Nullable String text) {
		if (text == null) {
			return;
		}
		String secret = SCAN.find(text);
		if (secret != null && SIZE.incrementAndGet() <= MAX_KEPT) {
			FOUND.add(new Leak(place, secret, text, Thread.currentThread().getName()));
		}
	}

	/**
	 * Removes and returns all leaks, those in exceptions and names of threads included.
	 */
	public static List<Leak> takeAll() {
		ThrownExceptions.scanAll();
		ThreadNames.scanAll();
		return take((leak) -> true);
	}

	/**
	 * Removes and returns the leaks of a secret that a test gave away on purpose.
	 */
	public static List<Leak> takeThoseOf(String secret) {
		ThrownExceptions.scanAll();
		ThreadNames.scanAll();
		return take((leak) -> leak.secret().equals(secret));
	}

	private static List<Leak> take(Predicate<Leak> wanted) {
		List<Leak> taken = new ArrayList<>();
		FOUND.removeIf((leak) -> wanted.test(leak) && taken.add(leak));
		SIZE.set(FOUND.size());
		return taken;
	}

}
