package io.sprockets.dynamodb.benchmarks.jmh;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of this package, with the heap they allocate.
 */
public final class Microbenchmarks {

	private Microbenchmarks() {
	}

	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(System.getProperty("jmh.include", "Benchmark"))
			.forks(Integer.getInteger("jmh.forks", 2))
			.warmupIterations(5)
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(5)
			.measurementTime(TimeValue.seconds(1))
			.jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
			.addProfiler(GCProfiler.class)
			.build()).run();
	}

}
