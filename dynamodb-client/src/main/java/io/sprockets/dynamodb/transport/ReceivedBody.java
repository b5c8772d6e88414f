package io.sprockets.dynamodb.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A body in the pieces it arrived in, each kept where the socket put it until the body is
 * whole. One piece is by far the most frequent. What is longer than a page of DynamoDB's,
 * or comes in drops, goes into one array instead, since pieces hold more of Netty's
 * memory than they fill.
 */
final class ReceivedBody {

	private static final int MAX_IN_PIECES = 1 << 20;

	/**
	 * Sixteen times as many as a page takes: beyond that, somebody sends drops.
	 */
	private static final int MAX_PIECES = 1024;

	/**
	 * Of BatchGetItem; a longer body grows the array, so that a false length costs
	 * little.
	 */
	private static final int LONGEST_ANSWER = 16 << 20;

	private final HttpHeaders headers;

	private final int limit;

	private @Nullable ByteBuf first;

	private @Nullable List<ByteBuf> more;

	private byte @Nullable [] array;

	private int length;

	/**
	 * Creates an empty body.
	 * @param headers the answer's headers, which may announce the length
	 * @param limit how many bytes it may have
	 */
	ReceivedBody(HttpHeaders headers, int limit) {
		this.headers = headers;
		this.limit = limit;
	}

	/**
	 * Says whether the headers announce more bytes than there may be.
	 */
	boolean isAnnouncedTooLarge() {
		String announced = this.headers.get(HttpHeaderNames.CONTENT_LENGTH);
		// The decoder has refused what is no number
		return announced != null && Long.parseLong(announced) > this.limit;
	}

	/**
	 * Adds a piece, which stays its owner's to release.
	 * @return whether it fits
	 */
	boolean add(ByteBuf piece) {
		if (piece.readableBytes() > this.limit - this.length) {
			return false;
		}
		int needed = this.length + piece.readableBytes();
		if (needed > MAX_IN_PIECES || this.array != null || isFullOfPieces()) {
			copy(piece, arrayOf(needed), this.length);
		}
		else {
			keep(piece.retain());
		}
		this.length = needed;
		return true;
	}

	private boolean isFullOfPieces() {
		return this.more != null && this.more.size() >= MAX_PIECES;
	}

	private void keep(ByteBuf piece) {
		if (this.first == null) {
			this.first = piece;
			return;
		}
		if (this.more == null) {
			this.more = new ArrayList<>();
		}
		this.more.add(piece);
	}

	/**
	 * Returns the array for as many bytes, with all before in it.
	 */
	private byte[] arrayOf(int needed) {
		byte[] known = this.array;
		if (known != null && known.length >= needed) {
			return known;
		}
		byte[] larger;
		if (known != null) {
			larger = Arrays.copyOf(known, Math.max(needed, (int) Math.min(known.length * 2L, this.limit)));
		}
		else {
			int announced = this.headers.getInt(HttpHeaderNames.CONTENT_LENGTH, 0);
			int expected = Math.min(announced, (needed > MAX_IN_PIECES) ? LONGEST_ANSWER : MAX_IN_PIECES);
			larger = new byte[Math.max(needed, expected)];
			copyPieces(larger);
			release();
		}
		this.array = larger;
		return larger;
	}

	int length() {
		return this.length;
	}

	/**
	 * Copies the bytes to the start of an array.
	 */
	void copyTo(byte[] target) {
		byte[] whole = this.array;
		if (whole != null) {
			System.arraycopy(whole, 0, target, 0, this.length);
		}
		else {
			copyPieces(target);
		}
	}

	/**
	 * Returns an array that begins with the bytes, {@code null} if they are in pieces.
	 */
	byte @Nullable [] array() {
		return this.array;
	}

	private void copyPieces(byte[] target) {
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
