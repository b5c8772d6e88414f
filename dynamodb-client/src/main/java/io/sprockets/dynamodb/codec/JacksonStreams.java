package io.sprockets.dynamodb.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

import tools.jackson.core.exc.JacksonIOException;

/**
 * Reads the streams that serializers may hand over in place of a value.
 */
final class JacksonStreams {

	private static final int BUFFER_SIZE = 4096;

	private JacksonStreams() {
	}

	/**
	 * Reads text.
	 * @param length how much of it there has to be, or less than zero for all there is
	 */
	static String read(Reader reader, int length) {
		StringBuilder text = new StringBuilder();
		char[] buffer = new char[BUFFER_SIZE];
		int limit = (length >= 0) ? length : Integer.MAX_VALUE;
		try {
			int read;
			while (text.length() < limit
					&& (read = reader.read(buffer, 0, Math.min(BUFFER_SIZE, limit - text.length()))) >= 0) {
				text.append(buffer, 0, read);
			}
		}
		catch (IOException ex) {
			throw JacksonIOException.construct(ex);
		}
		requireLength(text.length(), length);
		return text.toString();
	}

	/**
	 * Reads bytes.
	 * @param length how many there have to be, or less than zero for all there are
	 */
	static byte[] read(InputStream stream, int length) {
		try {
			byte[] bytes = (length >= 0) ? stream.readNBytes(length) : stream.readAllBytes();
			requireLength(bytes.length, length);
			return bytes;
		}
		catch (IOException ex) {
			throw JacksonIOException.construct(ex);
		}
	}

	private static void requireLength(int read, int expected) {
		if (expected >= 0 && read < expected) {
			throw new UnwritableValueException("the stream of the value ends early");
		}
	}

}
