package io.sprockets.dynamodb.benchmarks.macro;

import java.io.IOException;
import java.time.LocalDate;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.process.ClientRun;
import io.sprockets.dynamodb.benchmarks.process.Cores;
import io.sprockets.dynamodb.benchmarks.process.StubProcess;

/**
 * Measures the clients in turn, each time in a fresh JVM, and prints what came of it.
 */
public final class MacroBenchmark {

	private final Options options;

	private final Cores cores;

	private final Results results = new Results();

	private MacroBenchmark(Options options, Cores cores) {
		this.options = options;
		this.cores = cores;
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		MacroBenchmark benchmark = new MacroBenchmark(Options.ofSystemProperties(), Cores.ofMachine());
		benchmark.run();
		System.out.println(benchmark.report());
	}

	private void run() throws IOException, InterruptedException {
		Plan plan = this.options.cells();
		ClientRun run = new ClientRun(this.options.warmUpSeconds(), this.options.windowSeconds(), 1);
		try (StubProcess stub = StubProcess.start(this.cores.server())) {
			for (int round = 1; round <= this.options.rounds(); round++) {
				for (ClientKind client : this.options.clients()) {
					System.err.println("Round " + round + " of " + this.options.rounds() + ": " + client.title());
					this.results.add(client, run.measure(client, plan.cells(client), stub, this.cores));
				}
			}
		}
	}

	private String report() throws IOException {
		return new Report()
			.line("%s, %s; %s. Median of %d rounds.", LocalDate.now(), Machine.describe(), this.cores,
					this.options.rounds())
			.line("Clients: %s", String.join(" ", ClientRun.JVM_OPTIONS))
			.line("")
			.costs(this.results)
			.ratios(Ratios.of(this.results, Double.NaN))
			.toString();
	}

}
