package io.sprockets.dynamodb.codec;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializer;

/**
 * Reads records faster where Jackson would read them in its ordinary way.
 */
final class RecordDeserializers extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier description,
			ValueDeserializer<?> deserializer) {
		boolean ordinary = deserializer.getClass() == BeanDeserializer.class && description.isRecordType();
		return ordinary ? new RecordDeserializer((BeanDeserializer) deserializer) : deserializer;
	}

}
