package io.sprockets.test.secrets;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Map;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Weaves advice into the constructors of a few classes when they are loaded. All others
 * cost one lookup by name, where Byte Buddy's agent would look into each.
 */
final class ConstructorAdvice implements ClassFileTransformer {

	private final Map<String, Class<?>> advices;

	/**
	 * Creates a transformer.
	 * @param advices the advice for each class, by the class's name with slashes
	 */
	ConstructorAdvice(Map<String, Class<?>> advices) {
		this.advices = advices;
	}

	@Override
	public byte @Nullable [] transform(@Nullable ClassLoader loader, @Nullable String className,
			@Nullable Class<?> classBeingRedefined, @Nullable ProtectionDomain domain, byte[] bytes) {
		Class<?> advice = (className != null) ? this.advices.get(className) : null;
		if (advice == null || className == null) {
			return null;
		}
		String name = className.replace('/', '.');
		ClassFileLocator locator = new ClassFileLocator.Compound(ClassFileLocator.Simple.of(name, bytes),
				ClassFileLocator.ForClassLoader.of(loader));
		TypeDescription type = TypePool.Default.of(locator).describe(name).resolve();
		return new ByteBuddy().decorate(type, locator)
			.visit(Advice.to(advice).on(ElementMatchers.isConstructor()))
			.make()
			.getBytes();
	}

}
