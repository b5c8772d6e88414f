package io.sprockets.dynamodb.benchmarks.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads files that lie beside this class.
 */
final class StubResources {

	private StubResources() {
	}

	static String text(String name) {
		try (InputStream in = StubResources.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("No resource '" + name + "'");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
