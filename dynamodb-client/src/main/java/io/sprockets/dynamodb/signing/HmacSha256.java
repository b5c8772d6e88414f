package io.sprockets.dynamodb.signing;

import java.util.Arrays;

/**
 * The HMAC of one key. What the key alone determines, two of the blocks of every HMAC, is
 * digested once.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc2104">RFC 2104</a>
 */
final class HmacSha256 {

	private static final byte INNER = 0x36;

	private static final byte OUTER = 0x5C;

	private final Sha256 inner;

	private final Sha256 outer;

	HmacSha256(byte[] key) {
		byte[] block = Arrays.copyOf((key.length > Sha256.BLOCK_LENGTH) ? Sha256.hash(key, key.length) : key,
				Sha256.BLOCK_LENGTH);
		this.inner = new Sha256(padded(block, INNER));
		this.outer = new Sha256(padded(block, OUTER));
	}

	byte[] of(byte[] text) {
		return this.outer.begin().digest(this.inner.begin().digest(text));
	}

	private static byte[] padded(byte[] block, byte pad) {
		byte[] padded = new byte[block.length];
		for (int i = 0; i < block.length; i++) {
			padded[i] = (byte) (block[i] ^ pad);
		}
		return padded;
	}

}
