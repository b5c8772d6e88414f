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
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a property that is declared as {@link AttributeValue}.
 */
final class AttributeValueDeserializer extends StdDeserializer<AttributeValue> {

	AttributeValueDeserializer() {
		super(AttributeValue.class);
	}

	@Override
	public AttributeValue getNullValue(DeserializationContext context) {
		return new AttributeValue.Null();
	}

	@Override
	public AttributeValue deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		return switch (token) {
			case START_OBJECT -> new AttributeValue.M(readMap(parser, context));
			case START_ARRAY -> readElements(parser, context);
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new AttributeValue.N(parser.getString());
			case VALUE_TRUE, VALUE_FALSE -> new AttributeValue.Bool(token == JsonToken.VALUE_TRUE);
			case VALUE_EMBEDDED_OBJECT -> new AttributeValue.B(parser.getBinaryValue());
			case VALUE_NULL -> new AttributeValue.Null();
			default -> new AttributeValue.S(parser.getString());
		};
	}

	private Map<String, AttributeValue> readMap(JsonParser parser, DeserializationContext context) {
		Map<String, AttributeValue> map = new LinkedHashMap<>();
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			parser.nextToken();
			map.put(name, deserialize(parser, context));
		}
		return map;
	}

	private AttributeValue readElements(JsonParser parser, DeserializationContext context) {
		ContainerKind kind = (parser instanceof ItemParser item) ? item.container() : ContainerKind.LIST;
		if (kind == ContainerKind.BINARY_SET) {
			List<byte[]> binaries = new ArrayList<>();
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				binaries.add(parser.getBinaryValue());
			}
			return new AttributeValue.Bs(binaries);
		}
		if (kind == ContainerKind.STRING_SET || kind == ContainerKind.NUMBER_SET) {
			Set<String> texts = new LinkedHashSet<>();
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				texts.add(parser.getString());
			}
			return (kind == ContainerKind.STRING_SET) ? new AttributeValue.Ss(texts) : new AttributeValue.Ns(texts);
		}
		List<AttributeValue> list = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			list.add(deserialize(parser, context));
		}
		return new AttributeValue.L(list);
	}

}
