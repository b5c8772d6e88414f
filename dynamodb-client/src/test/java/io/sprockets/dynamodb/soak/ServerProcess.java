package io.sprockets.dynamodb.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB server that can be killed and started again on its port and its files.
 */
final class ServerProcess implements AutoCloseable {

	private final int port;

	private final @Nullable Path folder;

	private Process process;

	/**
	 * Starts a server.
	 * @param folder where it keeps its files, {@code null} for memory
	 */
	ServerProcess(@Nullable Path folder) throws IOException {
		this.folder = folder;
		try (ServerSocket socket = new ServerSocket(0)) {
			this.port = socket.getLocalPort();
		}
		this.process = launch();
	}

	URI endpoint() {
		return URI.create("http://localhost:" + this.port);
	}

	/**
	 * Kills it as {@code kill -9} does, and starts another one in its place.
	 */
	void killAndRestart() {
		try {
			this.process.destroyForcibly().waitFor();
			this.process = launch();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	private Process launch() throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-cp",
						System.getProperty("java.class.path"), ServerMain.class.getName(), "-sharedDb",
						"-disableTelemetry", "-port", Integer.toString(this.port)));
		if (this.folder != null) {
			command.addAll(List.of("-dbPath", this.folder.toString()));
		}
		else {
			command.add("-inMemory");
		}
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
		Process launched = builder.start();
		BufferedReader output = launched.inputReader();
		String line = output.readLine();
		while (line != null && !line.equals("started")) {
			line = output.readLine();
		}
		if (line == null) {
			throw new IOException("DynamoDB Local ended instead of starting");
		}
		Thread drain = new Thread(() -> output.lines().forEach((ignored) -> {
		}), "server-output");
		drain.setDaemon(true);
		drain.start();
		return launched;
	}

}
