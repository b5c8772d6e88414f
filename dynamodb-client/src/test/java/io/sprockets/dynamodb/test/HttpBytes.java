package io.sprockets.dynamodb.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/**
 * The bytes of HTTP answers, for faults in their framing.
 */
public final class HttpBytes {

	private HttpBytes() {
	}

	/**
	 * Returns a head: status line and headers of the form {@code Name: value}, with a
	 * request id among them.
	 */
	public static String head(int status, String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status)
			.append(" Status\r\nx-amzn-RequestId: REQUEST-1\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append("\r\n").toString();
	}

	/**
	 * Returns a whole answer with its length.
	 */
	public static String answer(int status, String body, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = "Content-Length: " + body.length();
		return head(status, all) + body;
	}

	/**
	 * Returns a body in chunks, without the last one.
	 */
	public static String chunks(String body, int size) {
		StringBuilder chunks = new StringBuilder();
		for (int at = 0; at < body.length(); at += size) {
			String chunk = body.substring(at, Math.min(at + size, body.length()));
			chunks.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
		}
		return chunks.toString();
	}

	/**
	 * Returns what {@code x-amz-crc32} says of bytes.
	 */
	public static String checksum(byte[] bytes) {
		CRC32 crc = new CRC32();
		crc.update(bytes);
		return "x-amz-crc32: " + crc.getValue();
	}

	public static String checksum(String text) {
		return checksum(text.getBytes(StandardCharsets.UTF_8));
	}

	public static byte[] gzip(String text) {
		return gzip(text.getBytes(StandardCharsets.UTF_8));
	}

	public static byte[] gzip(byte[] bytes) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

}
