package io.sprockets.dynamodb.signing;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * SHA-256 and its HMAC, copied from prototypes: a copy costs less than the provider
 * lookup, and unlike an instance per thread it holds nothing back.
 */
final class Sha256 {

	static final int HEX_LENGTH = 64;

	static final String HMAC = "HmacSHA256";

	private static final byte[] HEX_DIGITS = { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd',
			'e', 'f' };

	private static final MessageDigest PROTOTYPE = newDigest();

	private Sha256() {
	}

	static byte[] hash(byte[] input) {
		return copyOf(PROTOTYPE).digest(input);
	}

	static Mac mac(SecretKey key) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(key);
			return mac;
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException(HMAC + " is not usable on this platform", ex);
		}
	}

	static MessageDigest copyOf(MessageDigest prototype) {
		try {
			return (MessageDigest) prototype.clone();
		}
		catch (CloneNotSupportedException ex) {
			// Providers other than the JDK's need not support copies
			return newDigest();
		}
	}

	static Mac copyOf(Mac prototype, SecretKey key) {
		try {
			return (Mac) prototype.clone();
		}
		catch (CloneNotSupportedException ex) {
			// Providers other than the JDK's need not support copies
			return mac(key);
		}
	}

	static void putHex(byte[] hash, ByteBuffer target) {
		for (byte octet : hash) {
			target.put(HEX_DIGITS[(octet >> 4) & 0xF]).put(HEX_DIGITS[octet & 0xF]);
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
