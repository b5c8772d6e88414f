package io.sprockets.test.secrets;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Looks for secrets in texts: those it was told, and whatever looks like a signature, the
 * header of one, or bytes of the wire. Any number of secrets costs one pass.
 */
public final class SecretScan {

	/** Shorter ones are also words of ordinary messages. */
	static final int MIN_LENGTH = 10;

	private static final int MAX_SECRETS = 200_000;

	private static final int FILTER_BITS = 1 << 18;

	private static final int FACTOR = 31;

	private static final int FIRST_FACTOR = power(MIN_LENGTH - 1);

	private static final Pattern SIGNATURE = Pattern
		.compile("AWS4-HMAC-SHA256 Credential=|Signature=[0-9a-f]{64}|\\| {2}0 {2}1 {2}2 {2}3 {2}4");

	private static final String[] SIGNATURE_PARTS = { "Credential=", "Signature=", "|  0  1" };

	/** The secrets by the hash of their beginning. */
	private final Map<Integer, Set<String>> secrets = new ConcurrentHashMap<>();

	/** Which hashes there are, so that most places of a text cost no lookup. */
	private final AtomicLongArray filter = new AtomicLongArray(FILTER_BITS / Long.SIZE);

	/**
	 * Adds a secret. Ignored if it is too short to tell it from a word.
	 */
	public void add(@Nullable String secret) {
		if (secret == null || secret.length() < MIN_LENGTH || this.secrets.size() >= MAX_SECRETS) {
			return;
		}
		int hash = hash(secret, 0);
		this.secrets.computeIfAbsent(hash, (key) -> ConcurrentHashMap.newKeySet()).add(secret);
		this.filter.accumulateAndGet(word(hash), 1L << hash, (known, bit) -> known | bit);
	}

	/**
	 * Returns the first secret in a text, {@code null} if there is none.
	 */
	public @Nullable String find(String text) {
		String known = findKnown(text);
		return (known != null) ? known : findSignature(text);
	}

	private @Nullable String findKnown(String text) {
		int last = text.length() - MIN_LENGTH;
		if (last < 0 || this.secrets.isEmpty()) {
			return null;
		}
		int hash = hash(text, 0);
		for (int at = 0; at <= last; at++) {
			if ((this.filter.get(word(hash)) & (1L << hash)) != 0) {
				for (String secret : this.secrets.getOrDefault(hash, Set.of())) {
					if (text.startsWith(secret, at)) {
						return secret;
					}
				}
			}
			if (at < last) {
				hash = (hash - text.charAt(at) * FIRST_FACTOR) * FACTOR + text.charAt(at + MIN_LENGTH);
			}
		}
		return null;
	}

	private static @Nullable String findSignature(String text) {
		for (String part : SIGNATURE_PARTS) {
			if (text.contains(part)) {
				Matcher matcher = SIGNATURE.matcher(text);
				return matcher.find() ? matcher.group() : null;
			}
		}
		return null;
	}

	private static int hash(String text, int from) {
		int hash = 0;
		for (int i = from; i < from + MIN_LENGTH; i++) {
			hash = hash * FACTOR + text.charAt(i);
		}
		return hash;
	}

	private static int word(int hash) {
		return (hash & (FILTER_BITS - 1)) / Long.SIZE;
	}

	private static int power(int exponent) {
		int result = 1;
		for (int i = 0; i < exponent; i++) {
			result *= FACTOR;
		}
		return result;
	}

}
