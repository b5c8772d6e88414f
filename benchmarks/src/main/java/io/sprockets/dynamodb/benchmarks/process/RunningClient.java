package io.sprockets.dynamodb.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.load.ClientProcess;
import io.sprockets.dynamodb.benchmarks.load.Measurement;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * A client in a JVM of its own, idle unless told to do something. The JVM sees one core
 * from its start, but stays on it only when it is warm, so that its compilers have room
 * before.
 */
public final class RunningClient implements AutoCloseable {

	/**
	 * The same for all clients. Serial is the collector that a JVM on one core chooses.
	 */
	public static final List<String> JVM_OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC",
			"-XX:ActiveProcessorCount=1", "-XX:-UseDynamicNumberOfCompilerThreads");

	private final ClientKind kind;

	private final JavaProcess process;

	private RunningClient(ClientKind kind, JavaProcess process) {
		this.kind = kind;
		this.process = process;
	}

	/**
	 * Starts a client.
	 * @param jvmOptions options in addition to {@link #JVM_OPTIONS}
	 */
	public static RunningClient start(ClientKind kind, List<String> jvmOptions, StubProcess stub, Cores cores)
			throws IOException {
		List<String> options = new ArrayList<>(JVM_OPTIONS);
		options.addAll(jvmOptions);
		options.addAll(stub.trustOptions());
		if (cores.client() != null) {
			options.add("-D" + ClientProcess.CORE + "=" + cores.client());
		}
		return new RunningClient(kind,
				JavaProcess.start(null, options, ClientProcess.class, kind, stub.httpPort(), stub.httpsPort()));
	}

	public ClientKind kind() {
		return this.kind;
	}

	/**
	 * Warms the cells up in turn.
	 * @param maxSeconds how long at most; less if the compilers rest before
	 * @return how it went, for people to read
	 */
	public String warmUp(List<Cell> cells, int maxSeconds) throws IOException {
		return this.process.ask(ClientProcess.WARM_UP + " " + maxSeconds + " "
				+ cells.stream().map(Cell::toString).collect(Collectors.joining(" ")));
	}

	/**
	 * Measures a cell once.
	 */
	public Measurement measure(Cell cell, int seconds) throws IOException {
		return Measurement.parse(this.process.ask(ClientProcess.MEASURE + " " + seconds + " " + cell));
	}

	/**
	 * Names the threads that the client had when it was measured last.
	 */
	public String threads() throws IOException {
		return this.process.ask(ClientProcess.THREADS);
	}

	@Override
	public void close() {
		this.process.close();
	}

}
