package io.sprockets.dynamodb.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReceivedBodyTests {

	private static final int MEGABYTE = 1 << 20;

	private final HttpHeaders headers = new DefaultHttpHeaders();

	private final List<ByteBuf> pieces = new ArrayList<>();

	@ParameterizedTest
	@CsvSource({ "1, 1", "5000, 5000", "5000, 1000", "5000, 3", "3000000, 65536", "3000000, 100" })
	void bodyIsWholeInWhateverPiecesItComes(int length, int pieceLength) {
		byte[] sent = new byte[length];
		new Random(length).nextBytes(sent);
		ReceivedBody body = new ReceivedBody(this.headers, length);
		for (int at = 0; at < length; at += pieceLength) {
			assertThat(add(body, sent, at, Math.min(pieceLength, length - at))).isTrue();
		}
		assertThat(body.length()).isEqualTo(length);
		assertThat(body.toByteArray()).isEqualTo(sent);
		assertThat(add(body, sent, 0, 1)).isFalse();
		body.release();
		assertThat(this.pieces).allSatisfy((piece) -> assertThat(piece.refCnt()).isOne());
	}

	@Test
	void bodyInDropsHoldsFewOfThem() {
		this.headers.set("Content-Length", Integer.MAX_VALUE);
		ReceivedBody body = new ReceivedBody(this.headers, Integer.MAX_VALUE);
		byte[] drop = { 'x' };
		for (int count = 0; count < 100_000; count++) {
			add(body, drop, 0, 1);
		}
		assertThat(this.pieces.stream().filter((piece) -> piece.refCnt() > 1)).isEmpty();
		assertThat(body.array()).hasSizeLessThanOrEqualTo(MEGABYTE);
	}

	@Test
	void pageInTheReadsOfASocketIsNotCopiedBeforeItIsWhole() {
		ReceivedBody body = new ReceivedBody(this.headers, MEGABYTE);
		byte[] read = new byte[2048];
		for (int at = 0; at < MEGABYTE; at += read.length) {
			add(body, read, 0, read.length);
		}
		assertThat(body.array()).isNull();
		body.release();
	}

	private boolean add(ReceivedBody body, byte[] bytes, int at, int length) {
		ByteBuf piece = Unpooled.wrappedBuffer(bytes, at, length);
		this.pieces.add(piece);
		return body.add(piece);
	}

}
