package io.sprockets.dynamodb.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import io.sprockets.dynamodb.error.ResponseTooLargeException;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks bodies that come packed, which the client never asks for, but servers and
 * proxies do. An error answer that cannot be unpacked stays as it is: its status counts.
 */
final class ContentDecoding {

	private static final String HEADER = "content-encoding";

	private static final int INITIAL_FACTOR = 4;

	private static final int MIN_LENGTH = 1 << 12;

	private final int limit;

	/**
	 * Creates a decoding.
	 * @param limit how many bytes an unpacked body may have
	 */
	ContentDecoding(int limit) {
		this.limit = limit;
	}

	/**
	 * Returns the answer with its body as JSON.
	 */
	HttpAnswer decode(HttpAnswer answer, HttpAttempt attempt) {
		String encoding = answer.header(HEADER);
		return (encoding != null) ? decode(answer, encoding.strip().toLowerCase(Locale.ROOT), attempt) : answer;
	}

	private HttpAnswer decode(HttpAnswer answer, String encoding, HttpAttempt attempt) {
		if (encoding.isEmpty() || encoding.equals("identity") || answer.length() == 0) {
			return answer;
		}
		if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
			return refused(answer, "The answer has Content-Encoding " + encoding
					+ ", which was not asked for and cannot be read; only gzip can", attempt, null);
		}
		try {
			HttpAnswer unpacked = unpack(answer);
			return (unpacked != null) ? unpacked : tooLarge(answer, attempt);
		}
		catch (IOException ex) {
			return refused(answer, "The answer's gzip is damaged", attempt, ex);
		}
	}

	private @Nullable HttpAnswer unpack(HttpAnswer answer) throws IOException {
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.bytes(), 0, answer.length()))) {
			byte[] unpacked = new byte[capacity(Math.max(MIN_LENGTH, (long) answer.length() * INITIAL_FACTOR))];
			int length = 0;
			int read = in.read(unpacked, 0, unpacked.length);
			while (read >= 0) {
				length += read;
				if (length > this.limit) {
					return null;
				}
				if (length == unpacked.length) {
					unpacked = Arrays.copyOf(unpacked, capacity(unpacked.length * 2L));
				}
				read = in.read(unpacked, length, unpacked.length - length);
			}
			return answer.unpacked(unpacked, length);
		}
	}

	/**
	 * Returns a capacity of at most one byte more than allowed, by which too large a body
	 * is known.
	 */
	private int capacity(long wanted) {
		return (int) Math.min(wanted, this.limit + 1L);
	}

	private HttpAnswer tooLarge(HttpAnswer answer, HttpAttempt attempt) {
		if (!answer.isSuccessful()) {
			return answer;
		}
		throw new ResponseTooLargeException(
				"The answer is larger, unpacked, than dynamodb.max-response-size of " + this.limit
						+ " bytes; ask for less at once, or raise it",
				attempt.failedCall(), answer.status(), answer.headers(), answer.body(), null);
	}

	private static HttpAnswer refused(HttpAnswer answer, String problem, HttpAttempt attempt,
			@Nullable IOException cause) {
		if (!answer.isSuccessful()) {
			return answer;
		}
		throw new UnreadableResponseException(problem, attempt.failedCall(), answer.status(), answer.headers(),
				answer.body(), cause);
	}

}
