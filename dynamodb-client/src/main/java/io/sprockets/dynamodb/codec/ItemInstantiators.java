package io.sprockets.dynamodb.codec;

import java.util.HashSet;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;

/**
 * Makes sets in the size they have in items.
 */
final class ItemInstantiators extends ValueInstantiators.Base {

	@Override
	public ValueInstantiator modifyValueInstantiator(DeserializationConfig config, BeanDescription.Supplier description,
			ValueInstantiator instantiator) {
		return (description.getBeanClass() == HashSet.class) ? new SmallSet() : instantiator;
	}

	/**
	 * A set of few elements, which most are.
	 */
	private static final class SmallSet extends ValueInstantiator.Base {

		SmallSet() {
			super(HashSet.class);
		}

		@Override
		public boolean canInstantiate() {
			return true;
		}

		@Override
		public boolean canCreateUsingDefault() {
			return true;
		}

		@Override
		public Object createUsingDefault(DeserializationContext context) {
			return new HashSet<>(MapSizes.capacity(MapSizes.SET));
		}

	}

}
