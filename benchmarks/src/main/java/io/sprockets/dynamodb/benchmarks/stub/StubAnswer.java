package io.sprockets.dynamodb.benchmarks.stub;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.CRC32;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Makes whole answers, with the headers that DynamoDB sends.
 */
final class StubAnswer {

	private static final String REQUEST_ID = "UVKH8K1J1D2BTN4A4O8PQ4ETIVVV4KQNSO5AEMVJF66Q9ASUAAJG";

	private StubAnswer() {
	}

	static ByteBuf ok(String json) {
		return of("200 OK", json);
	}

	static ByteBuf badRequest(String json) {
		return of("400 Bad Request", json);
	}

	private static ByteBuf of(String status, String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		CRC32 checksum = new CRC32();
		checksum.update(body);
		String head = "HTTP/1.1 " + status + "\r\n" + "Server: Server\r\n" + "Date: "
				+ DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)) + "\r\n"
				+ "Content-Type: application/x-amz-json-1.0\r\n" + "Content-Length: " + body.length + "\r\n"
				+ "Connection: keep-alive\r\n" + "x-amzn-RequestId: " + REQUEST_ID + "\r\n" + "x-amz-crc32: "
				+ checksum.getValue() + "\r\n\r\n";
		byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
		ByteBuf answer = Unpooled.directBuffer(headBytes.length + body.length);
		return Unpooled.unreleasableBuffer(answer.writeBytes(headBytes).writeBytes(body));
	}

}
