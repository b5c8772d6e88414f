package io.sprockets.dynamodb.test;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The encoding of certificates, as far as those of tests need it.
 */
final class Der {

	private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private Der() {
	}

	static byte[] sequence(byte[]... parts) {
		return tagged(0x30, parts);
	}

	static byte[] set(byte[]... parts) {
		return tagged(0x31, parts);
	}

	static byte[] text(String text) {
		return tagged(0x0C, text.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] time(Instant time) {
		return tagged(0x17, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
	}

	static byte[] integer(int value) {
		return tagged(0x02, BigInteger.valueOf(value).toByteArray());
	}

	static byte[] isTrue() {
		return tagged(0x01, new byte[] { (byte) 0xFF });
	}

	static byte[] octets(byte[] content) {
		return tagged(0x04, content);
	}

	static byte[] bits(byte[] content) {
		return tagged(0x03, new byte[1], content);
	}

	/**
	 * Writes an object identifier of bytes that are encoded already.
	 */
	static byte[] identifier(int... encoded) {
		byte[] content = new byte[encoded.length];
		for (int i = 0; i < encoded.length; i++) {
			content[i] = (byte) encoded[i];
		}
		return tagged(0x06, content);
	}

	static byte[] tagged(int tag, byte[]... parts) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			content.writeBytes(part);
		}
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.write(tag);
		int length = content.size();
		if (length >= 0x100) {
			whole.write(0x82);
			whole.write(length >> 8);
		}
		else if (length >= 0x80) {
			whole.write(0x81);
		}
		whole.write(length);
		whole.writeBytes(content.toByteArray());
		return whole.toByteArray();
	}

}
