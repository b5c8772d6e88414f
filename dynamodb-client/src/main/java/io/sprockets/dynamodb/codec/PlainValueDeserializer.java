package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads what is declared as {@code Object}, as the items that are maps are read: sets
 * stay sets.
 */
final class PlainValueDeserializer extends StdDeserializer<Object> {

	PlainValueDeserializer() {
		super(Object.class);
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		return switch (parser.currentTokenId()) {
			case JsonTokenId.ID_START_OBJECT -> readMap(parser, context);
			case JsonTokenId.ID_START_ARRAY -> readElements(parser, context);
			case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> parser.getNumberValue();
			case JsonTokenId.ID_TRUE -> true;
			case JsonTokenId.ID_FALSE -> false;
			case JsonTokenId.ID_NULL -> null;
			case JsonTokenId.ID_EMBEDDED_OBJECT -> parser.getEmbeddedObject();
			default -> parser.getString();
		};
	}

	private Map<String, @Nullable Object> readMap(JsonParser parser, DeserializationContext context) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			parser.nextToken();
			map.put(name, deserialize(parser, context));
		}
		return map;
	}

	private Collection<@Nullable Object> readElements(JsonParser parser, DeserializationContext context) {
		boolean set = parser instanceof ItemParser item && item.inSet();
		Collection<@Nullable Object> elements = set ? new LinkedHashSet<>() : new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			Object element = deserialize(parser, context);
			elements.add((set && element instanceof byte[] bytes) ? ByteBuffer.wrap(bytes) : element);
		}
		return elements;
	}

}
