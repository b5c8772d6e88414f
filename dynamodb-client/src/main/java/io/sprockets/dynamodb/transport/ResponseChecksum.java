package io.sprockets.dynamodb.transport;

import java.util.zip.CRC32;

import io.sprockets.dynamodb.error.ResponseChecksumException;

/**
 * Compares a successful answer with the checksum the service sent. An error answer is not
 * compared: what the service says counts.
 */
final class ResponseChecksum {

	private static final String HEADER = "x-amz-crc32";

	private ResponseChecksum() {
	}

	static void verify(HttpAnswer answer, HttpAttempt attempt) {
		String expected = answer.header(HEADER);
		if (expected == null || !answer.isSuccessful()) {
			return;
		}
		CRC32 actual = new CRC32();
		actual.update(answer.bytes(), 0, answer.length());
		if (!isSame(expected, actual.getValue())) {
			throw new ResponseChecksumException("The answer arrived damaged: its x-amz-crc32 is not " + expected,
					attempt.failedCall(), answer.status(), answer.headers(), answer.body(), null);
		}
	}

	private static boolean isSame(String expected, long actual) {
		try {
			return Long.parseLong(expected.strip()) == actual;
		}
		catch (NumberFormatException ex) {
			// A checksum that is no number says nothing about the body
			return true;
		}
	}

}
