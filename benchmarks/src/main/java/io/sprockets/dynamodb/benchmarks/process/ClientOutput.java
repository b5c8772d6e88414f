package io.sprockets.dynamodb.benchmarks.process;

import java.util.ArrayList;
import java.util.List;

import io.sprockets.dynamodb.benchmarks.load.ClientProcess;
import io.sprockets.dynamodb.benchmarks.load.Measurement;

/**
 * What a client's process wrote.
 *
 * @param threads the threads it had in the end
 * @param measurements one for each cell and window
 */
public record ClientOutput(String threads, List<Measurement> measurements) {

	static ClientOutput parse(List<String> lines) {
		String threads = "";
		List<Measurement> measurements = new ArrayList<>();
		for (String line : lines) {
			if (Measurement.isIn(line)) {
				measurements.add(Measurement.parse(line));
			}
			else if (line.startsWith(ClientProcess.THREADS)) {
				threads = line.substring(ClientProcess.THREADS.length());
			}
			else {
				System.err.println("  " + line);
			}
		}
		return new ClientOutput(threads, measurements);
	}

}
