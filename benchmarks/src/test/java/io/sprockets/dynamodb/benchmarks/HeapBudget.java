package io.sprockets.dynamodb.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The file that says how many bytes an operation may allocate.
 */
final class HeapBudget {

	private static final Path FILE = Path.of("heap-budget.properties");

	private final Properties bytes;

	private HeapBudget(Properties bytes) {
		this.bytes = bytes;
	}

	static HeapBudget read() throws IOException {
		Properties bytes = new Properties();
		try (Reader reader = Files.newBufferedReader(FILE)) {
			bytes.load(reader);
		}
		return new HeapBudget(bytes);
	}

	long of(String workload) {
		String value = this.bytes.getProperty(workload);
		if (value == null) {
			throw new IllegalStateException(FILE + " has no budget of " + workload);
		}
		return Long.parseLong(value.trim());
	}

}
