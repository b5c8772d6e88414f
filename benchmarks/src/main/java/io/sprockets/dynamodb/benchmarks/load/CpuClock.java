package io.sprockets.dynamodb.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/**
 * The CPU time of this process without that of the JIT compilers, which have work only
 * until the code is warm. Their threads are asked for by Linux's names; elsewhere they
 * count.
 */
final class CpuClock {

	private static final Path THREADS = Path.of("/proc/self/task");

	private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final List<Path> compilers = compilerThreads();

	/**
	 * Returns the nanoseconds used since the process started.
	 */
	long nanos() {
		return this.process.getProcessCpuTime() - compilerNanos();
	}

	/**
	 * Returns the nanoseconds that the compilers used since the process started.
	 */
	long compilerNanos() {
		long compiling = 0;
		for (Path compiler : this.compilers) {
			compiling += nanos(compiler);
		}
		return compiling;
	}

	/**
	 * Reads how long a thread was on a CPU, the first number of {@code schedstat}.
	 */
	private static long nanos(Path thread) {
		try {
			String statistics = Files.readString(thread.resolve("schedstat"));
			return Long.parseLong(statistics.substring(0, statistics.indexOf(' ')));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A compiler thread ended: is -XX:-UseDynamicNumberOfCompilerThreads set?",
					ex);
		}
	}

	private static List<Path> compilerThreads() {
		List<Path> compilers = new ArrayList<>();
		if (Files.isDirectory(THREADS)) {
			try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
				for (Path thread : threads) {
					String name = Files.readString(thread.resolve("comm"));
					if (name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler")) {
						compilers.add(thread);
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return compilers;
	}

}
