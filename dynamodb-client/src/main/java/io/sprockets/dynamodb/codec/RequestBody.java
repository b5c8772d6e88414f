package io.sprockets.dynamodb.codec;

import java.util.Arrays;

/**
 * The bytes of a request, in an array that may be longer than they are: they are sent
 * from where they were written. They belong to the request, which may be sent again.
 */
public final class RequestBody {

	private final byte[] array;

	private final int length;

	RequestBody(byte[] array, int length) {
		this.array = array;
		this.length = length;
	}

	/**
	 * Creates a body of bytes written elsewhere, which must not change afterwards.
	 */
	public static RequestBody of(byte[] content) {
		return new RequestBody(content, content.length);
	}

	/**
	 * Returns the array that the bytes begin; not a copy.
	 */
	public byte[] array() {
		return this.array;
	}

	/**
	 * Returns how many bytes of the array are the request's.
	 */
	public int length() {
		return this.length;
	}

	/**
	 * Returns a copy of the bytes.
	 */
	public byte[] toByteArray() {
		return Arrays.copyOf(this.array, this.length);
	}

	@Override
	public String toString() {
		return "RequestBody[" + this.length + " bytes]";
	}

}
