package io.sprockets.dynamodb.benchmarks.macro;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Says where the numbers come from.
 */
final class Machine {

	private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

	private Machine() {
	}

	static String describe() throws IOException {
		return String.join(", ", cpuModel(), Runtime.getRuntime().availableProcessors() + " cores",
				"load average " + loadAverage(), "Java " + Runtime.version(),
				System.getProperty("os.name") + " " + System.getProperty("os.version"));
	}

	/**
	 * Returns how busy the machine is; much above 0, it disturbs what is measured.
	 */
	private static String loadAverage() {
		return String.format(Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

	private static String cpuModel() throws IOException {
		if (!Files.isReadable(CPU_INFO)) {
			return System.getProperty("os.arch");
		}
		return Files.readAllLines(CPU_INFO)
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.substring(line.indexOf(':') + 1).trim())
			.findFirst()
			.orElse(System.getProperty("os.arch"));
	}

}
