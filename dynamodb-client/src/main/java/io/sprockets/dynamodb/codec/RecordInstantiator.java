package io.sprockets.dynamodb.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * Makes instances of one record by the constructor that Jackson chose.
 */
final class RecordInstantiator extends StdValueInstantiator {

	private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

	private final MethodHandle constructor;

	private RecordInstantiator(StdValueInstantiator instantiator, MethodHandle constructor) {
		super(instantiator);
		this.constructor = constructor;
	}

	/**
	 * Returns the fast form of an instantiator, or itself where the record is not made by
	 * a constructor that can be called from here.
	 */
	static StdValueInstantiator of(StdValueInstantiator instantiator) {
		if (!(instantiator.getWithArgsCreator() instanceof AnnotatedConstructor creator)) {
			return instantiator;
		}
		Constructor<?> constructor = creator.getAnnotated();
		try {
			MethodHandle spread = MethodHandles.lookup()
				.unreflectConstructor(constructor)
				.asSpreader(Object[].class, constructor.getParameterCount())
				.asType(SPREAD);
			return new RecordInstantiator(instantiator, spread);
		}
		catch (IllegalAccessException ex) {
			// A record of a closed module: Jackson says what is wrong with it, if
			// anything
			return instantiator;
		}
	}

	@Override
	public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
		try {
			return (Object) this.constructor.invokeExact(arguments);
		}
		catch (Exception ex) {
			return context.handleInstantiationProblem(getValueClass(), arguments, rewrapCtorProblem(context, ex));
		}
		catch (Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
