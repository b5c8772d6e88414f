package io.sprockets.dynamodb.codec;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * An item whose reading does something else before it takes each value.
 *
 * @param values the plain values by name
 */
record InterruptedItem(Map<String, Object> values) {

	static JsonMapper mapper(Runnable interruption) {
		SimpleModule module = new SimpleModule();
		module.addDeserializer(InterruptedItem.class, new Reading(interruption));
		return JsonMapper.builder().addModule(module).build();
	}

	private static final class Reading extends StdDeserializer<InterruptedItem> {

		private final transient Runnable interruption;

		Reading(Runnable interruption) {
			super(InterruptedItem.class);
			this.interruption = interruption;
		}

		@Override
		public InterruptedItem deserialize(JsonParser parser, DeserializationContext context) {
			Map<String, Object> values = new LinkedHashMap<>();
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				JsonToken token = parser.nextToken();
				this.interruption.run();
				boolean absent = token == JsonToken.VALUE_NULL;
				values.put(name, absent ? null : context.readValue(parser, Object.class));
			}
			return new InterruptedItem(values);
		}

	}

}
