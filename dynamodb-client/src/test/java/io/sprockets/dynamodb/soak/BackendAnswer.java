package io.sprockets.dynamodb.soak;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What the real server answered, as far as a client needs it.
 *
 * @param status the HTTP status
 * @param body the whole body
 */
record BackendAnswer(int status, byte[] body) {

	/**
	 * Reads an answer to its end.
	 */
	static BackendAnswer read(InputStream in) throws IOException {
		String line = readLine(in);
		int status = Integer.parseInt(line.split(" ")[1]);
		int length = 0;
		boolean chunked = false;
		for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
			String value = header.substring(header.indexOf(':') + 1).strip();
			if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
				length = Integer.parseInt(value);
			}
			chunked |= header.regionMatches(true, 0, "transfer-encoding:", 0, 18) && value.contains("chunked");
		}
		return new BackendAnswer(status, chunked ? readChunks(in) : in.readNBytes(length));
	}

	private static byte[] readChunks(InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		int size = Integer.parseInt(readLine(in), 16);
		while (size > 0) {
			body.write(in.readNBytes(size));
			readLine(in);
			size = Integer.parseInt(readLine(in), 16);
		}
		readLine(in);
		return body.toByteArray();
	}

	private static String readLine(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new EOFException("The server closed the connection");
			}
			line.append((char) next);
		}
		return line.toString().stripTrailing();
	}

	/**
	 * Returns status line and headers, with the checksum of the body.
	 */
	String head(String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(this.status)
			.append(" Status\r\nContent-Type: application/x-amz-json-1.0\r\nx-amzn-RequestId: SOAK\r\nx-amz-crc32: ")
			.append(checksum())
			.append("\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append("\r\n").toString();
	}

	/**
	 * Returns the answer's bytes.
	 */
	byte[] bytes() {
		byte[] head = head("Content-Length: " + this.body.length).getBytes(StandardCharsets.ISO_8859_1);
		byte[] bytes = new byte[head.length + this.body.length];
		System.arraycopy(head, 0, bytes, 0, head.length);
		System.arraycopy(this.body, 0, bytes, head.length, this.body.length);
		return bytes;
	}

	private long checksum() {
		CRC32 crc = new CRC32();
		crc.update(this.body);
		return crc.getValue();
	}

}
