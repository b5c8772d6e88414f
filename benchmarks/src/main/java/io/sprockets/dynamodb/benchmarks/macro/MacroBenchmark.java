package io.sprockets.dynamodb.benchmarks.macro;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.process.ClientRun;
import io.sprockets.dynamodb.benchmarks.process.Cores;
import io.sprockets.dynamodb.benchmarks.process.StubProcess;
import io.sprockets.dynamodb.benchmarks.startup.StartUps;

/**
 * Measures the clients in turn, each time in a fresh JVM, and prints what came of it.
 */
public final class MacroBenchmark {

	private final Options options;

	private final Cores cores;

	private final Results results = new Results();

	private StartUps startUps = StartUps.NONE;

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
		ClientRun run = new ClientRun(List.of(), this.options.warmUpSeconds(), this.options.windowSeconds(),
				this.options.windows());
		try (StubProcess stub = StubProcess.start(this.cores.server())) {
			for (int round = 1; round <= this.options.rounds(); round++) {
				for (ClientKind client : this.options.clients()) {
					System.err.println("Round " + round + " of " + this.options.rounds() + ": " + client.title());
					this.results.add(client, run.measure(client, plan.cells(client), stub, this.cores));
				}
			}
			System.err.println("First calls of applications");
			this.startUps = StartUps.measure(this.options.startUps(), stub, this.cores);
		}
	}

	private String report() throws IOException {
		return new Report()
			.line(String.join(", ", LocalDate.now(ZoneId.systemDefault()).toString(), Machine.describe(),
					this.cores.toString(),
					"median of " + this.options.rounds() + " rounds of " + this.options.windows() + " windows"))
			.line("Clients: java " + String.join(" ", ClientRun.JVM_OPTIONS))
			.line("")
			.costs(this.results)
			.threads(this.results)
			.line("First call in a fresh application: " + this.startUps)
			.line("")
			.ratios(Ratios.of(this.results, this.startUps.ratio()))
			.toString();
	}

}
