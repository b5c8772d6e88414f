package io.sprockets.dynamodb.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * The constructor of a record that Jackson chose, called without the method handles that
 * Jackson adapts anew at each call.
 */
final class RecordConstructor {

	private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

	private final Class<?> type;

	private final MethodHandle constructor;

	private RecordConstructor(Class<?> type, MethodHandle constructor) {
		this.type = type;
		this.constructor = constructor;
	}

	/**
	 * Returns the constructor, {@code null} where a module makes the record in its own
	 * way or it cannot be called from here.
	 */
	static @Nullable RecordConstructor of(ValueInstantiator instantiator) {
		if (instantiator.getClass() != StdValueInstantiator.class
				|| !(instantiator.getWithArgsCreator() instanceof AnnotatedConstructor creator)) {
			return null;
		}
		Constructor<?> constructor = creator.getAnnotated();
		try {
			MethodHandle spread = MethodHandles.lookup()
				.unreflectConstructor(constructor)
				.asSpreader(Object[].class, constructor.getParameterCount())
				.asType(SPREAD);
			return new RecordConstructor(constructor.getDeclaringClass(), spread);
		}
		catch (IllegalAccessException ex) {
			// A record of a closed module: Jackson says what is wrong with it, if
			// anything
			return null;
		}
	}

	Object create(DeserializationContext context, @Nullable Object[] components) {
		try {
			return (Object) this.constructor.invokeExact(components);
		}
		catch (Throwable ex) {
			return context.handleInstantiationProblem(this.type, components, ex);
		}
	}

}
