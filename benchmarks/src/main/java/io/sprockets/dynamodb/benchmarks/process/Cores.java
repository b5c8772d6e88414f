package io.sprockets.dynamodb.benchmarks.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which cores server and client run on.
 *
 * @param server the server's core, {@code null} for any
 * @param client the client's core, {@code null} for any
 */
public record Cores(@Nullable Integer server, @Nullable Integer client) {

	/** Leaves both to the operating system. */
	public static final Cores ANY = new Cores(null, null);

	private static final Path STATUS = Path.of("/proc/self/status");

	private static final String ALLOWED = "Cpus_allowed_list:";

	/**
	 * Returns the first and the last of the cores that this process may use; {@link #ANY}
	 * where there are not two, or no {@code taskset} to keep processes there.
	 */
	public static Cores ofMachine() throws IOException {
		if (!Files.isReadable(STATUS) || !hasTaskset()) {
			return ANY;
		}
		List<Integer> allowed = Files.readAllLines(STATUS)
			.stream()
			.filter((line) -> line.startsWith(ALLOWED))
			.flatMap((line) -> Arrays.stream(line.substring(ALLOWED.length()).trim().split("[,-]")))
			.map(Integer::valueOf)
			.toList();
		return (allowed.size() > 1) ? new Cores(allowed.get(0), allowed.get(allowed.size() - 1)) : ANY;
	}

	@Override
	public String toString() {
		return (this.client != null) ? "client on core " + this.client + ", server on core " + this.server
				: "not pinned: no taskset, or one core only";
	}

	private static boolean hasTaskset() {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "taskset")));
	}

}
