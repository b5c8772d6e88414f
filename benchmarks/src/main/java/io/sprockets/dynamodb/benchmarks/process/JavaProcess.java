package io.sprockets.dynamodb.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Another JVM of this Java and class path. Closing it ends it.
 */
public final class JavaProcess implements AutoCloseable {

	private final Process process;

	private final BufferedWriter input;

	private final BufferedReader output;

	private JavaProcess(Process process) {
		this.process = process;
		this.input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
		this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Starts a main class.
	 * @param core the core to stay on, {@code null} for any
	 */
	public static JavaProcess start(@Nullable Integer core, List<String> jvmOptions, Class<?> mainClass,
			Object... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (core != null) {
			command.addAll(List.of("taskset", "-c", core.toString()));
		}
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		if (Runtime.version().feature() >= 24) {
			command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
		}
		command.addAll(jvmOptions);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
		Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
		return new JavaProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
	}

	/**
	 * Writes a line to the process and returns the line that it answers.
	 */
	public String ask(String question) throws IOException {
		this.input.write(question);
		this.input.newLine();
		this.input.flush();
		return readLine();
	}

	/**
	 * Returns the next line that the process writes.
	 */
	public String readLine() throws IOException {
		String line = this.output.readLine();
		if (line == null) {
			throw new IOException("The process ended early");
		}
		return line;
	}

	/**
	 * Takes all lines and waits for the end.
	 */
	public void readAll(Consumer<String> lines) throws IOException, InterruptedException {
		String line = this.output.readLine();
		while (line != null) {
			lines.accept(line);
			line = this.output.readLine();
		}
		int status = this.process.waitFor();
		if (status != 0) {
			throw new IOException("The process ended with status " + status);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
