package io.sprockets.dynamodb.benchmarks.macro;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.process.Cores;
import io.sprockets.dynamodb.benchmarks.process.RunningClient;
import io.sprockets.dynamodb.benchmarks.process.StubProcess;
import io.sprockets.dynamodb.benchmarks.startup.StartUps;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * Measures the clients in turn, each in a fresh JVM, and prints what came of it. All are
 * warmed up first; then each cell is measured of one client after another, so that what
 * is compared lies within seconds.
 */
public final class MacroBenchmark {

	private final Options options;

	private final Plan plan;

	private final Cores cores;

	private final Results results = new Results();

	private final String machine;

	private StartUps startUps = StartUps.NONE;

	private MacroBenchmark(Options options, Cores cores, String machine) {
		this.options = options;
		this.plan = options.cells();
		this.cores = cores;
		this.machine = machine;
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		MacroBenchmark benchmark = new MacroBenchmark(Options.ofSystemProperties(), Cores.ofMachine(),
				Machine.describe());
		benchmark.run();
		System.out.println(benchmark.report());
	}

	private void run() throws IOException, InterruptedException {
		try (StubProcess stub = StubProcess.start(this.cores.server())) {
			for (int round = 1; round <= this.options.rounds(); round++) {
				System.err.println("Round " + round + " of " + this.options.rounds());
				runRound(stub);
			}
			System.err.println("First calls of applications");
			this.startUps = StartUps.measure(this.options.startUps(), stub, this.cores);
		}
	}

	private void runRound(StubProcess stub) throws IOException {
		List<RunningClient> clients = new ArrayList<>();
		try {
			for (ClientKind kind : this.options.clients()) {
				RunningClient client = RunningClient.start(kind, List.of(), stub, this.cores);
				clients.add(client);
				System.err
					.println(kind.title() + ": " + client.warmUp(this.plan.cells(kind), this.options.warmUpSeconds()));
			}
			for (int window = 1; window <= this.options.windows(); window++) {
				System.err.println("Window " + window + " of " + this.options.windows());
				measure(clients);
			}
			for (RunningClient client : clients) {
				this.results.addThreads(client.kind(), client.threads());
			}
		}
		finally {
			clients.forEach(RunningClient::close);
		}
	}

	/**
	 * Measures each cell once, of one client after another.
	 */
	private void measure(List<RunningClient> clients) throws IOException {
		for (Cell cell : this.plan.allCells()) {
			for (RunningClient client : clients) {
				if (this.plan.cells(client.kind()).contains(cell)) {
					this.results.add(client.kind(), client.measure(cell, this.options.windowSeconds()));
				}
			}
		}
	}

	private String report() {
		return new Report()
			.line(String.join(", ", LocalDate.now(ZoneId.systemDefault()).toString(), this.machine,
					this.cores.toString(),
					"median of " + this.options.rounds() + " rounds of " + this.options.windows() + " windows"))
			.line("Clients: java " + String.join(" ", RunningClient.JVM_OPTIONS))
			.line("")
			.costs(this.results)
			.threads(this.results)
			.line("First call in a fresh application: " + this.startUps)
			.line("")
			.ratios(Ratios.of(this.results, startUpRatio()))
			.toString();
	}

	private Series startUpRatio() {
		return new Series(this.startUps.ours()).dividedBy(new Series(this.startUps.aws()));
	}

}
