package io.sprockets.dynamodb.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.spec.AlgorithmParameterSpec;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.MacSpi;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Sha256}.
 */
class Sha256Tests {

	private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

	private static final SecretKey KEY = new SecretKeySpec(new byte[] { 1, 2, 3 }, Sha256.HMAC);

	@Test
	void hexIsOfAllOctetsInLowerCase() {
		byte[] octets = new byte[256];
		for (int i = 0; i < octets.length; i++) {
			octets[i] = (byte) i;
		}
		ByteBuffer target = ByteBuffer.allocate(512);
		Sha256.putHex(octets, target);
		assertThat(new String(target.array(), StandardCharsets.US_ASCII)).isEqualTo(HexFormat.of().formatHex(octets));
	}

	@Test
	void digestThatCannotBeCopiedIsCreatedAnew() throws Exception {
		assertThat(Sha256.copyOf(new UncopyableDigest()).digest(TEXT))
			.isEqualTo(MessageDigest.getInstance("SHA-256").digest(TEXT));
	}

	@Test
	void macThatCannotBeCopiedIsCreatedAnew() {
		assertThat(Sha256.copyOf(new UncopyableMac(), KEY).doFinal(TEXT)).isEqualTo(Sha256.mac(KEY).doFinal(TEXT));
	}

	@Test
	void copiesDoNotTouchTheirPrototype() {
		Mac prototype = Sha256.mac(KEY);
		Mac first = Sha256.copyOf(prototype, KEY);
		first.update(TEXT);
		assertThat(Sha256.copyOf(prototype, KEY).doFinal(TEXT)).isEqualTo(first.doFinal());
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

	private static final class UncopyableMac extends Mac {

		UncopyableMac() {
			super(new UncopyableMacSpi(), Sha256.mac(KEY).getProvider(), Sha256.HMAC);
		}

	}

	private static final class UncopyableMacSpi extends MacSpi {

		@Override
		protected int engineGetMacLength() {
			return 0;
		}

		@Override
		protected void engineInit(Key key, AlgorithmParameterSpec parameters) {
		}

		@Override
		protected void engineUpdate(byte input) {
		}

		@Override
		protected void engineUpdate(byte[] input, int offset, int length) {
		}

		@Override
		protected byte[] engineDoFinal() {
			return new byte[0];
		}

		@Override
		protected void engineReset() {
		}

	}

}
