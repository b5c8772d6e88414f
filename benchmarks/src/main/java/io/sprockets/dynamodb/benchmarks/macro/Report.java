package io.sprockets.dynamodb.benchmarks.macro;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * Writes results as Markdown.
 */
final class Report {

	private final StringBuilder text = new StringBuilder();

	Report line(String format, Object... arguments) {
		this.text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
		return this;
	}

	/**
	 * Adds what each operation of each client costs.
	 */
	Report costs(Results results) {
		Set<Cell> cells = new LinkedHashSet<>();
		results.clients().forEach((client) -> cells.addAll(results.cells(client)));
		line("| operation | scheme | in flight | client | CPU µs (min–max) | heap KB (min–max) | calls/s |");
		line("|---|---|---:|---|---:|---:|---:|");
		for (Cell cell : cells) {
			for (ClientKind client : results.clients()) {
				if (results.cells(client).contains(cell)) {
					cost(cell, client, results);
				}
			}
		}
		return line("");
	}

	private void cost(Cell cell, ClientKind client, Results results) {
		line("| %s | %s | %d | %s | %s | %s | %.0f |", cell.workload(), cell.scheme(), cell.concurrency(),
				client.title(), thousandths(results.cpu(client, cell)), thousandths(results.heap(client, cell)),
				results.rate(client, cell).median());
	}

	/**
	 * Adds the ratios and whether they are kept.
	 */
	Report ratios(List<Ratio> ratios) {
		line("| ratio | measured | must | aim | |");
		line("|---|---:|---:|---:|---|");
		for (Ratio ratio : ratios) {
			line("| %s | %s | %.2f | %s | %s |", ratio.title(), number(ratio.measured()), ratio.must(),
					number(ratio.aim()), ratio.verdict());
		}
		return line("");
	}

	private static String thousandths(Spread spread) {
		return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", spread.median() / 1000, spread.min() / 1000,
				spread.max() / 1000);
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
