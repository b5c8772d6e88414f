package io.sprockets.dynamodb.benchmarks.macro;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * Writes results as Markdown.
 */
final class Report {

	private final StringBuilder text = new StringBuilder();

	Report line(String line) {
		this.text.append(line).append('\n');
		return this;
	}

	/**
	 * Adds what each operation of each client costs.
	 */
	Report costs(Results results) {
		row("operation", "scheme", "in flight", "client", "CPU µs (min–max)", "heap KB (min–max)", "calls/s");
		row("---", "---", "---:", "---", "---:", "---:", "---:");
		for (Cell cell : results.cells()) {
			for (ClientKind client : results.clients(cell)) {
				row(cell.workload(), cell.scheme(), cell.concurrency(), client.title(),
						thousandths(results.cpu(client, cell)), thousandths(results.heap(client, cell)),
						Math.round(results.rate(client, cell).median()));
			}
		}
		return line("");
	}

	/**
	 * Adds which threads each client had.
	 */
	Report threads(Results results) {
		row("client", "threads");
		row("---", "---");
		results.threads().forEach((client, threads) -> row(client.title(), threads));
		return line("");
	}

	/**
	 * Adds the ratios and whether they are kept.
	 */
	Report ratios(List<Ratio> ratios) {
		row("ratio", "measured (min–max)", "must", "aim", "");
		row("---", "---:", "---:", "---:", "---");
		for (Ratio ratio : ratios) {
			row(ratio.title(), spread(ratio.measured()), number(ratio.must()), number(ratio.aim()), ratio.verdict());
		}
		return line("");
	}

	private void row(Object... cells) {
		line(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
	}

	private static String thousandths(Series series) {
		return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", series.median() / 1000, series.min() / 1000,
				series.max() / 1000);
	}

	private static String spread(Series series) {
		return series.isEmpty() ? "–"
				: String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", series.median(), series.min(), series.max());
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
