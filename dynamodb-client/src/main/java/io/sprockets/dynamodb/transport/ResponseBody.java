package io.sprockets.dynamodb.transport;

import java.util.Arrays;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Collects a body into one array, made in the right size where the length was announced.
 */
final class ResponseBody {

	private static final int UNKNOWN_LENGTH_CAPACITY = 4096;

	/** A longer body grows the array, so that a false length costs no memory. */
	private static final int MAX_INITIAL_CAPACITY = 1 << 20;

	private byte[] bytes;

	private int length;

	ResponseBody(long announcedLength) {
		this.bytes = new byte[(announcedLength >= 0) ? (int) Math.min(announcedLength, MAX_INITIAL_CAPACITY)
				: UNKNOWN_LENGTH_CAPACITY];
	}

	void add(DataBuffer buffer) {
		try {
			int added = buffer.readableByteCount();
			int needed = Math.addExact(this.length, added);
			if (needed > this.bytes.length) {
				this.bytes = Arrays.copyOf(this.bytes, Math.max(needed, this.bytes.length * 2));
			}
			buffer.read(this.bytes, this.length, added);
			this.length = needed;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	byte[] toBytes() {
		return (this.length == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length);
	}

}
