package io.sprockets.dynamodb.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.load.ClientProcess;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * Runs a client in a fresh JVM. The JVM sees one core from its start, but gets it alone
 * only when it is warm, so that its compilers have room before.
 *
 * @param jvmOptions options of the JVM, in addition to {@link #JVM_OPTIONS}
 * @param maxWarmUpSeconds how long to warm up at most; less if the compilers rest
 * @param windowSeconds how long a window of measuring is
 * @param windows how many windows each cell is measured
 */
public record ClientRun(List<String> jvmOptions, int maxWarmUpSeconds, int windowSeconds, int windows) {

	/**
	 * The same for all clients. Serial is the collector that a JVM on one core chooses.
	 */
	public static final List<String> JVM_OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC",
			"-XX:ActiveProcessorCount=1", "-XX:-UseDynamicNumberOfCompilerThreads");

	/**
	 * Measures the cells of a client.
	 */
	public ClientOutput measure(ClientKind client, List<Cell> cells, StubProcess stub, Cores cores)
			throws IOException, InterruptedException {
		List<String> options = new ArrayList<>(JVM_OPTIONS);
		options.addAll(this.jvmOptions);
		options.addAll(stub.trustOptions());
		if (cores.client() != null) {
			options.add("-D" + ClientProcess.CORE + "=" + cores.client());
		}
		List<Object> arguments = new ArrayList<>(List.of(client, stub.httpPort(), stub.httpsPort(),
				this.maxWarmUpSeconds, this.windowSeconds, this.windows));
		arguments.addAll(cells);
		List<String> lines = new ArrayList<>();
		try (JavaProcess process = JavaProcess.start(null, options, ClientProcess.class, arguments.toArray())) {
			process.readAll(lines::add);
		}
		return ClientOutput.parse(lines);
	}

}
