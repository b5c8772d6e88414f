package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Sha256}.
 */
class Sha256Tests {

	private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

	@Test
	void hexIsOfAllOctetsInLowerCase() {
		byte[] octets = new byte[256];
		for (int i = 0; i < octets.length; i++) {
			octets[i] = (byte) i;
		}
		byte[] target = new byte[514];
		Sha256.putHex(octets, target, 1);
		assertThat(new String(target, 1, 512, StandardCharsets.US_ASCII)).isEqualTo(HexFormat.of().formatHex(octets));
		assertThat(target[0]).isZero();
		assertThat(target[513]).isZero();
	}

	@Test
	void hashIsOfTheBeginningOfAnArray() throws Exception {
		assertThat(Sha256.hash(Arrays.copyOf(TEXT, 100), TEXT.length)).isEqualTo(sha256().digest(TEXT));
	}

	@Test
	void textsThatBeginAlikeAreHashedWhole() throws Exception {
		byte[] text = new byte[300];
		new Random().nextBytes(text);
		for (int length = 0; length <= text.length; length++) {
			Sha256 hash = new Sha256(Arrays.copyOf(text, length));
			byte[] rest = Arrays.copyOfRange(text, length, text.length);
			assertThat(hash.begin().digest(rest)).isEqualTo(sha256().digest(text));
		}
	}

	@Test
	void copiesDoNotTouchWhatTheyAreCopiedFrom() throws Exception {
		Sha256 hash = new Sha256(TEXT);
		MessageDigest first = hash.begin();
		first.update(TEXT);
		assertThat(hash.begin().digest()).isEqualTo(sha256().digest(TEXT));
		assertThat(first.digest()).isEqualTo(sha256().digest("texttext".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void digestThatCannotBeCopiedIsCreatedAnew() throws Exception {
		Sha256 hash = new Sha256(new UncopyableDigest(), TEXT);
		assertThat(hash.begin().digest()).isEqualTo(sha256().digest(TEXT));
	}

	private static MessageDigest sha256() throws Exception {
		return MessageDigest.getInstance("SHA-256");
	}

	private static final class UncopyableDigest extends MessageDigest {

		UncopyableDigest() {
			super("SHA-256");
		}

		@Override
		protected void engineUpdate(byte input) {
		}

		@Override
		protected void engineUpdate(byte[] input, int offset, int length) {
		}

		@Override
		protected byte[] engineDigest() {
			return new byte[0];
		}

		@Override
		protected void engineReset() {
		}

	}

}
