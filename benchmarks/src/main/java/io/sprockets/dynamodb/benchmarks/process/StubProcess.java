package io.sprockets.dynamodb.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.benchmarks.stub.StubServer;
import io.sprockets.dynamodb.benchmarks.stub.TestCertificate;

/**
 * The server that runs as long as this is open.
 */
public final class StubProcess implements AutoCloseable {

	private final Path directory;

	private final Path keyStore;

	private final JavaProcess process;

	private final int httpPort;

	private final int httpsPort;

	private StubProcess(@Nullable Integer core) throws IOException, InterruptedException {
		this.directory = Files.createTempDirectory("stub");
		this.keyStore = TestCertificate.create(this.directory);
		this.process = JavaProcess.start(core, List.of("-Xmx256m", "-XX:+UseSerialGC"), StubServer.class,
				this.keyStore);
		String[] ports = this.process.readLine().split(" ", 2);
		this.httpPort = Integer.parseInt(ports[0]);
		this.httpsPort = Integer.parseInt(ports[1]);
	}

	/**
	 * Starts the server.
	 * @param core the core to stay on, {@code null} for any
	 */
	public static StubProcess start(@Nullable Integer core) throws IOException, InterruptedException {
		return new StubProcess(core);
	}

	public int httpPort() {
		return this.httpPort;
	}

	public int httpsPort() {
		return this.httpsPort;
	}

	/**
	 * Returns the options for a JVM to trust the server.
	 */
	public List<String> trustOptions() {
		return List.of("-Djavax.net.ssl.trustStore=" + this.keyStore,
				"-Djavax.net.ssl.trustStorePassword=" + TestCertificate.PASSWORD);
	}

	@Override
	public void close() throws IOException {
		this.process.close();
		Files.deleteIfExists(this.keyStore);
		Files.deleteIfExists(this.directory);
	}

}
