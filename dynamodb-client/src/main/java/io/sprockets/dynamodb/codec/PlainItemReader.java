package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.model.DynamoDbNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads items as maps of plain Java objects, in the order of the answer.
 */
final class PlainItemReader implements ItemReader<Map<String, @Nullable Object>> {

	@Override
	public Map<String, @Nullable Object> read(JsonParser parser) {
		Map<String, @Nullable Object> item = new LinkedHashMap<>();
		String name = parser.nextName();
		while (name != null) {
			parser.nextToken();
			item.put(name, readValue(parser));
			name = parser.nextName();
		}
		WireJson.expect(parser, JsonToken.END_OBJECT);
		return item;
	}

	private @Nullable Object readValue(JsonParser parser) {
		AttributeType type = WireJson.openType(parser);
		parser.nextToken();
		Object value = switch (type) {
			case S -> WireJson.text(parser);
			case N -> number(WireJson.text(parser), parser);
			case B -> WireJson.binary(parser);
			case BOOL -> WireJson.bool(parser);
			case NULL -> {
				WireJson.bool(parser);
				yield null;
			}
			case M -> {
				WireJson.expect(parser, JsonToken.START_OBJECT);
				yield read(parser);
			}
			case L -> readList(parser);
			case SS, NS, BS -> readSet(parser, type);
		};
		WireJson.closeType(parser);
		return value;
	}

	private List<@Nullable Object> readList(JsonParser parser) {
		WireJson.expect(parser, JsonToken.START_ARRAY);
		List<@Nullable Object> list = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			list.add(readValue(parser));
		}
		return list;
	}

	private Set<Object> readSet(JsonParser parser, AttributeType type) {
		WireJson.expect(parser, JsonToken.START_ARRAY);
		Set<Object> set = new LinkedHashSet<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			set.add(switch (type) {
				case NS -> number(WireJson.text(parser), parser);
				case BS -> ByteBuffer.wrap(WireJson.binary(parser));
				default -> WireJson.text(parser);
			});
		}
		return set;
	}

	private static Number number(String decimal, JsonParser parser) {
		try {
			return DynamoDbNumber.parse(decimal);
		}
		catch (NumberFormatException ex) {
			throw WireJson.malformed("a number is not written as a decimal", parser);
		}
	}

}
