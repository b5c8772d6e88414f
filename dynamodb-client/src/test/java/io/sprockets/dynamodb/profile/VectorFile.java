package io.sprockets.dynamodb.profile;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of AWS's own test data; tests of it are skipped where it is absent.
 */
public final class VectorFile {

	private VectorFile() {
	}

	public static JsonNode read(String name) {
		String folder = System.getProperty("dynamodb.vectors");
		Assumptions.assumeTrue(folder != null, "System property dynamodb.vectors is not set");
		Path file = Path.of(folder, name);
		Assumptions.assumeTrue(Files.exists(file), () -> file + " is absent");
		return JsonMapper.shared().readTree(file.toFile());
	}

}
