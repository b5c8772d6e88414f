package io.sprockets.dynamodb.transport;

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A body in the pieces it arrived in, each kept where the socket put it until the body is
 * whole. One piece is by far the most frequent.
 */
final class ReceivedBody {

	private @Nullable ByteBuf first;

	private @Nullable List<ByteBuf> more;

	private int length;

	/**
	 * Adds a piece, and keeps it from being released by others.
	 */
	void add(ByteBuf piece) {
		this.length = Math.addExact(this.length, piece.readableBytes());
		piece.retain();
		if (this.first == null) {
			this.first = piece;
			return;
		}
		if (this.more == null) {
			this.more = new ArrayList<>();
		}
		this.more.add(piece);
	}

	int length() {
		return this.length;
	}

	/**
	 * Copies the bytes to the start of an array.
	 */
	void copyTo(byte[] target) {
		int at = copy(this.first, target, 0);
		if (this.more != null) {
			for (ByteBuf piece : this.more) {
				at = copy(piece, target, at);
			}
		}
	}

	private static int copy(@Nullable ByteBuf piece, byte[] target, int at) {
		if (piece == null) {
			return at;
		}
		int readable = piece.readableBytes();
		piece.getBytes(piece.readerIndex(), target, at, readable);
		return at + readable;
	}

	byte[] toByteArray() {
		byte[] bytes = new byte[this.length];
		copyTo(bytes);
		return bytes;
	}

	/**
	 * Gives the pieces back.
	 */
	void release() {
		ByteBuf only = this.first;
		this.first = null;
		if (only != null) {
			only.release();
		}
		List<ByteBuf> rest = this.more;
		this.more = null;
		if (rest != null) {
			rest.forEach(ByteBuf::release);
		}
	}

}
