package io.sprockets.dynamodb.codec;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;

/**
 * Makes records by their constructor alone; Jackson makes each through a chain of method
 * handles that it adapts anew.
 */
final class RecordInstantiators extends ValueInstantiators.Base {

	@Override
	public ValueInstantiator modifyValueInstantiator(DeserializationConfig config, BeanDescription.Supplier description,
			ValueInstantiator instantiator) {
		boolean standard = instantiator.getClass() == StdValueInstantiator.class && description.isRecordType();
		return standard ? RecordInstantiator.of((StdValueInstantiator) instantiator) : instantiator;
	}

}
