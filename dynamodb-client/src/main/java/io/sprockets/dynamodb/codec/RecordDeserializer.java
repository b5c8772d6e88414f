package io.sprockets.dynamodb.codec;

import java.util.Iterator;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.CreatorProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.util.NameTransformer;

/**
 * Reads a record whose components are all there, as those of a page's items are, without
 * the buffer Jackson fills to find out what is missing. Names, deserializers and
 * everything out of the ordinary are Jackson's.
 */
final class RecordDeserializer extends BeanDeserializer {

	private SettableBeanProperty @Nullable [] components;

	private @Nullable RecordConstructor constructor;

	RecordDeserializer(BeanDeserializer deserializer) {
		super(deserializer);
	}

	@Override
	public void resolve(DeserializationContext context) {
		super.resolve(context);
		this.constructor = RecordConstructor.of(this._valueInstantiator);
		this.components = isOrdinary() ? findComponents(context) : null;
	}

	/**
	 * Says whether components are all this record has: no ids, injected or unwrapped
	 * values, and no property that is set after the construction.
	 */
	private boolean isOrdinary() {
		return this._propertyBasedCreator != null && !this._propertyBasedCreator.hasManagedReferenceProperties()
				&& this._objectIdReader == null && this._anySetter == null && this._injectables == null
				&& this._unwrappedPropertyHandler == null && this._externalTypeIdHandler == null
				&& this._ignorableProps == null && this._includableProps == null;
	}

	private SettableBeanProperty @Nullable [] findComponents(DeserializationContext context) {
		for (SettableBeanProperty property : this._beanProperties) {
			if (!(property instanceof CreatorProperty)) {
				return null;
			}
		}
		SettableBeanProperty[] found = this._valueInstantiator.getFromObjectArguments(context.getConfig());
		if (found == null || found.length > Long.SIZE - 1) {
			return null;
		}
		SettableBeanProperty[] inOrder = new SettableBeanProperty[found.length];
		Iterator<SettableBeanProperty> creatorProperties = creatorProperties();
		while (creatorProperties.hasNext()) {
			SettableBeanProperty component = creatorProperties.next();
			if (component.getInjectionDefinition() != null) {
				return null;
			}
			inOrder[component.getCreatorIndex()] = component;
		}
		for (SettableBeanProperty component : inOrder) {
			if (component == null) {
				return null;
			}
		}
		return inOrder;
	}

	@Override
	protected Object _deserializeUsingPropertyBased(JsonParser parser, DeserializationContext context) {
		SettableBeanProperty[] all = this.components;
		RecordConstructor creator = this.constructor;
		if (all == null || creator == null || context.getActiveView() != null
				|| context.isEnabled(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)) {
			return super._deserializeUsingPropertyBased(parser, context);
		}
		@Nullable Object[] values = new Object[all.length];
		long missing = (1L << all.length) - 1;
		@Nullable String name = (parser.currentToken() == JsonToken.PROPERTY_NAME) ? parser.currentName() : null;
		for (; name != null; name = parser.nextName()) {
			SettableBeanProperty component = this._propertyBasedCreator.findCreatorProperty(name);
			parser.nextToken();
			if (component == null) {
				handleUnknownProperty(parser, context, handledType(), name);
				continue;
			}
			int index = component.getCreatorIndex();
			values[index] = _deserializeWithErrorWrapping(parser, context, component);
			missing &= ~(1L << index);
		}
		Object value = (missing == 0) ? creator.create(context, values)
				: createWithout(missing, all, values, parser, context);
		parser.assignCurrentValue(value);
		return value;
	}

	/**
	 * Leaves to Jackson what stands for missing components.
	 */
	private Object createWithout(long missing, SettableBeanProperty[] all, @Nullable Object[] values, JsonParser parser,
			DeserializationContext context) {
		PropertyValueBuffer buffer = this._propertyBasedCreator.startBuilding(parser, context, null);
		for (SettableBeanProperty component : all) {
			int index = component.getCreatorIndex();
			if ((missing & 1L << index) == 0) {
				buffer.assignParameter(component, values[index]);
			}
		}
		try {
			return this._propertyBasedCreator.build(context, buffer);
		}
		catch (Exception ex) {
			return wrapInstantiationProblem(context, ex);
		}
	}

	/**
	 * Unwraps as Jackson's own class does, which refuses to do so for others.
	 */
	@Override
	public ValueDeserializer<Object> unwrappingDeserializer(DeserializationContext context,
			NameTransformer transformer) {
		return withIgnoreAllUnknown(this._ignoreAllUnknown).unwrappingDeserializer(context, transformer);
	}

}
