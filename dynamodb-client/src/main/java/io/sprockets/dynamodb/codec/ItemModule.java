package io.sprockets.dynamodb.codec;

import io.sprockets.dynamodb.model.AttributeValue;
import tools.jackson.databind.module.SimpleModule;

/**
 * What Jackson has to know of DynamoDB's types: an absent set is an empty one, untyped
 * values keep their sets, attribute values are what they are.
 */
final class ItemModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	ItemModule() {
		super("io.sprockets.dynamodb.items");
		setDeserializerModifier(new AbsentSets());
		addDeserializer(Object.class, new PlainValueDeserializer());
		addDeserializer(AttributeValue.class, new AttributeValueDeserializer());
		addSerializer(AttributeValue.class, new AttributeValueSerializer());
	}

	@Override
	public void setupModule(SetupContext context) {
		super.setupModule(context);
		context.addDeserializerModifier(new RecordDeserializers());
		context.addValueInstantiators(new ItemInstantiators());
	}

}
