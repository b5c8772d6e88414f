package io.sprockets.test;

import java.util.ArrayList;
import java.util.List;

import io.sprockets.test.blocking.BlockingCalls;
import io.sprockets.test.secrets.SecretWatch;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails a test class during which something was found, and the run for what is found
 * after the last one.
 */
public final class WatchExtension implements BeforeAllCallback, AfterAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		AutoCloseable end = () -> failIfAnythingWasFound("the end of the run");
		context.getRoot().getStore(Namespace.create(WatchExtension.class)).computeIfAbsent("end", (key) -> end);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		failIfAnythingWasFound(context.getDisplayName());
	}

	private static void failIfAnythingWasFound(String where) {
		List<Object> found = new ArrayList<>(BlockingCalls.takeAll());
		found.addAll(SecretWatch.takeAll());
		if (!found.isEmpty()) {
			StringBuilder message = new StringBuilder("Found by ").append(where).append(':');
			found.forEach((one) -> message.append("\n\n").append(one));
			throw new AssertionError(message.toString());
		}
	}

}
