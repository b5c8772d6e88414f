package io.sprockets.dynamodb.codec;

import java.util.Set;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.type.CollectionType;

/**
 * Reads an absent set as an empty one, since DynamoDB cannot store that.
 */
final class AbsentSets extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public ValueDeserializer<?> modifyCollectionDeserializer(DeserializationConfig config, CollectionType type,
			BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
		return Set.class.isAssignableFrom(type.getRawClass()) ? new EmptyWhereAbsent(deserializer) : deserializer;
	}

	private static final class EmptyWhereAbsent extends DelegatingDeserializer {

		EmptyWhereAbsent(ValueDeserializer<?> delegate) {
			super(delegate);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
			return new EmptyWhereAbsent(delegate);
		}

		@Override
		public Object getAbsentValue(DeserializationContext context) {
			return this._delegatee.getEmptyValue(context);
		}

	}

}
