package io.sprockets.dynamodb.benchmarks.macro;

import java.util.Arrays;
import java.util.List;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;

/**
 * How much is measured, from system properties.
 *
 * @param plan {@code ratios} or {@code full}
 * @param clients the clients to measure
 * @param rounds how often all clients get a fresh JVM
 * @param warmUpSeconds how long to warm up at most
 * @param windowSeconds how long a window of measuring is
 * @param windows how many windows each cell has in a round
 * @param startUps how many applications are started for each client; 0 for none
 */
record Options(String plan, List<ClientKind> clients, int rounds, int warmUpSeconds, int windowSeconds, int windows,
		int startUps) {

	private static final String ALL = "all";

	static Options ofSystemProperties() {
		String clients = System.getProperty("benchmark.clients", ALL);
		return new Options(System.getProperty("benchmark.plan", "ratios"),
				ALL.equals(clients) ? List.of(ClientKind.values())
						: Arrays.stream(clients.split(",")).map(ClientKind::parse).toList(),
				Integer.getInteger("benchmark.rounds", 1), Integer.getInteger("benchmark.warm-up", 60),
				Integer.getInteger("benchmark.window", 1), Integer.getInteger("benchmark.windows", 5),
				Integer.getInteger("benchmark.start-ups", 5));
	}

	Plan cells() {
		return switch (this.plan) {
			case "ratios" -> Plan.ofRatios();
			case "full" -> Plan.full();
			default -> throw new IllegalArgumentException("benchmark.plan must be ratios or full, not " + this.plan);
		};
	}

}
