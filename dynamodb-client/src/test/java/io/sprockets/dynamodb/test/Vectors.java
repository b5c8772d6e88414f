package io.sprockets.dynamodb.test;

import java.io.File;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Test data from AWS's own suites, which lies outside of this project.
 */
public final class Vectors {

	private Vectors() {
	}

	/**
	 * Reads a file of vectors; the test is skipped where there is none.
	 */
	public static JsonNode read(String fileName) {
		File file = new File(System.getProperty("dynamodb.vectors", ""), fileName);
		Assumptions.assumeTrue(file.isFile(), () -> "No vectors at " + file + "; set dynamodb.vectors to their folder");
		return JsonMapper.shared().readTree(file);
	}

}
