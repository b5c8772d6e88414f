package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads items as maps of attribute values, in the order of the answer.
 */
final class AttributeValueReader implements ItemReader<Map<String, AttributeValue>> {

	static final AttributeValueReader INSTANCE = new AttributeValueReader();

	@Override
	public Map<String, AttributeValue> read(JsonParser parser) {
		Map<String, AttributeValue> item = new LinkedHashMap<>();
		String name = parser.nextName();
		while (name != null) {
			parser.nextToken();
			item.put(name, readValue(parser));
			name = parser.nextName();
		}
		WireJson.expect(parser, JsonToken.END_OBJECT);
		return item;
	}

	private AttributeValue readValue(JsonParser parser) {
		AttributeType type = WireJson.openType(parser);
		parser.nextToken();
		AttributeValue value = switch (type) {
			case S -> new AttributeValue.S(WireJson.text(parser));
			case N -> new AttributeValue.N(WireJson.text(parser));
			case B -> new AttributeValue.B(WireJson.binary(parser));
			case BOOL -> new AttributeValue.Bool(WireJson.bool(parser));
			case NULL -> {
				WireJson.bool(parser);
				yield new AttributeValue.Null();
			}
			case M -> {
				WireJson.expect(parser, JsonToken.START_OBJECT);
				yield new AttributeValue.M(read(parser));
			}
			case L -> new AttributeValue.L(readList(parser));
			case SS -> new AttributeValue.Ss(readTexts(parser));
			case NS -> new AttributeValue.Ns(readTexts(parser));
			case BS -> new AttributeValue.Bs(readBinaries(parser));
		};
		WireJson.closeType(parser);
		return value;
	}

	private List<AttributeValue> readList(JsonParser parser) {
		WireJson.expect(parser, JsonToken.START_ARRAY);
		List<AttributeValue> list = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			list.add(readValue(parser));
		}
		return list;
	}

	private Set<String> readTexts(JsonParser parser) {
		WireJson.expect(parser, JsonToken.START_ARRAY);
		Set<String> texts = new LinkedHashSet<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			texts.add(WireJson.text(parser));
		}
		return texts;
	}

	private List<byte[]> readBinaries(JsonParser parser) {
		WireJson.expect(parser, JsonToken.START_ARRAY);
		List<byte[]> binaries = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			binaries.add(WireJson.binary(parser));
		}
		return binaries;
	}

}
