package io.sprockets.dynamodb.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of all texts that begin alike: their beginning is digested once, and copied. A
 * copy costs less than the provider lookup, and unlike an instance per thread it holds
 * nothing back.
 */
final class Sha256 {

	static final int HEX_LENGTH = 64;

	static final int BLOCK_LENGTH = 64;

	private static final byte[] HEX_DIGITS = { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd',
			'e', 'f' };

	private static final Sha256 ANY = new Sha256(new byte[0]);

	private final MessageDigest digested;

	private final byte[] beginning;

	/**
	 * Creates the hash of texts with this beginning.
	 */
	Sha256(byte[] beginning) {
		this(newDigest(), beginning);
	}

	Sha256(MessageDigest digest, byte[] beginning) {
		this.digested = digest;
		this.beginning = beginning;
		digest.update(beginning);
	}

	static byte[] hash(byte[] input, int length) {
		MessageDigest digest = ANY.begin();
		digest.update(input, 0, length);
		return digest.digest();
	}

	/**
	 * Returns a digest that has the beginning already.
	 */
	MessageDigest begin() {
		try {
			return (MessageDigest) this.digested.clone();
		}
		catch (CloneNotSupportedException ex) {
			// Providers other than the JDK's need not support copies
			MessageDigest digest = newDigest();
			digest.update(this.beginning);
			return digest;
		}
	}

	static byte[] hex(byte[] hash) {
		byte[] hex = new byte[HEX_LENGTH];
		putHex(hash, hex, 0);
		return hex;
	}

	static void putHex(byte[] hash, byte[] target, int offset) {
		int at = offset;
		for (byte octet : hash) {
			target[at++] = HEX_DIGITS[(octet >> 4) & 0xF];
			target[at++] = HEX_DIGITS[octet & 0xF];
		}
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is not usable on this platform", ex);
		}
	}

}
