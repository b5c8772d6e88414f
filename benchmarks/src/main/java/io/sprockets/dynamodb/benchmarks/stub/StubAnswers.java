package io.sprockets.dynamodb.benchmarks.stub;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * The answers, each made once. For one event loop only.
 */
final class StubAnswers {

	private static final int DEFAULT_ITEMS = 1000;

	private static final ByteBuf LIMIT = Unpooled
		.unreleasableBuffer(Unpooled.copiedBuffer("\"Limit\":", StandardCharsets.ISO_8859_1));

	private final ByteBuf item = StubAnswer.ok(StubDocuments.item());

	private final ByteBuf nothing = StubAnswer.ok("{}");

	private final ByteBuf unknownOperation = StubAnswer
		.badRequest("{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}");

	private final Map<Integer, ByteBuf> pages = new HashMap<>();

	/**
	 * Answers a request.
	 * @param operation the operation in lower case
	 * @param body the request's body; a query has as many items as its limit says
	 */
	ByteBuf answer(String operation, ByteBuf body) {
		ByteBuf answer = switch (operation) {
			case "getitem" -> this.item;
			case "putitem" -> this.nothing;
			case "query" ->
				this.pages.computeIfAbsent(limit(body), (items) -> StubAnswer.ok(StubDocuments.page(items)));
			default -> this.unknownOperation;
		};
		return answer.duplicate();
	}

	private static int limit(ByteBuf body) {
		int start = ByteBufUtil.indexOf(LIMIT, body);
		if (start < 0) {
			return DEFAULT_ITEMS;
		}
		int limit = 0;
		for (int i = start + LIMIT.readableBytes(); Character.isDigit(body.getByte(i)); i++) {
			limit = limit * 10 + (body.getByte(i) - '0');
		}
		return limit;
	}

}
