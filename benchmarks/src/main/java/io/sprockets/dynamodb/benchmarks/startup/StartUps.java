package io.sprockets.dynamodb.benchmarks.startup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.sprockets.dynamodb.benchmarks.process.Cores;
import io.sprockets.dynamodb.benchmarks.process.JavaProcess;
import io.sprockets.dynamodb.benchmarks.process.StubProcess;

/**
 * First calls in fresh applications, from ready to answered, in milliseconds.
 *
 * @param ours of this project's client
 * @param aws of the AWS SDK's asynchronous client with Netty
 */
public record StartUps(double[] ours, double[] aws) {

	/** Nothing measured. */
	public static final StartUps NONE = new StartUps(new double[0], new double[0]);

	/**
	 * Starts applications in turn.
	 * @param times how many for each client
	 */
	public static StartUps measure(int times, StubProcess stub, Cores cores) throws IOException, InterruptedException {
		double[] ours = new double[times];
		double[] aws = new double[times];
		for (int i = 0; i < times; i++) {
			ours[i] = measure(FirstCall.Client.OURS, stub, cores);
			aws[i] = measure(FirstCall.Client.AWS, stub, cores);
		}
		return new StartUps(ours, aws);
	}

	private static double measure(FirstCall.Client first, StubProcess stub, Cores cores)
			throws IOException, InterruptedException {
		List<Double> milliseconds = new ArrayList<>();
		try (JavaProcess process = JavaProcess.start(cores.client(), List.of("-Xmx512m"), StartUpApplication.class,
				"--server.port=0", "--dynamodb.endpoint=http://127.0.0.1:" + stub.httpPort(),
				"--dynamodb.region=us-east-1", "--dynamodb.access-key=AKIAIOSFODNN7EXAMPLE",
				"--dynamodb.secret-key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "--benchmark.first=" + first,
				"--spring.main.banner-mode=off")) {
			process.readAll((line) -> {
				if (line.startsWith(FirstCall.MARK)) {
					milliseconds.add(Double.valueOf(line.substring(FirstCall.MARK.length())));
				}
			});
		}
		return milliseconds.get(0);
	}

	@Override
	public String toString() {
		return "this " + Arrays.toString(this.ours) + " ms, AWS SDK async, Netty " + Arrays.toString(this.aws) + " ms";
	}

}
