package io.sprockets.dynamodb.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.profile.AwsEnvironment;

/**
 * A server that gives the same answer to everything, as quickly as it can or when it is
 * told to, and keeps nothing but counts.
 */
final class StubServer implements AutoCloseable {

	private static final int BACKLOG = 2_000;

	/** More than any test has requests. */
	private static final int ALL = 1 << 28;

	private static final String END_OF_HEAD = "\r\n\r\n";

	private final ServerSocket listener;

	private final byte[] answer;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger mostOpen = new AtomicInteger();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger held = new AtomicInteger();

	private final AtomicLong requests = new AtomicLong();

	private volatile Semaphore permits = new Semaphore(ALL);

	StubServer(String json) {
		this.answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: " + json.length()
				+ END_OF_HEAD + json)
			.getBytes(StandardCharsets.US_ASCII);
		try {
			this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	/**
	 * Answers nothing from now on, until {@link #release}.
	 */
	void hold() {
		this.permits = new Semaphore(0);
	}

	/**
	 * Answers as many requests, those that are held first.
	 */
	void release(int answers) {
		this.permits.release(answers);
	}

	/**
	 * Answers everything again.
	 */
	void releaseAll() {
		Semaphore closed = this.permits;
		this.permits = new Semaphore(ALL);
		closed.release(ALL);
	}

	/**
	 * Returns how many requests wait for their answer.
	 */
	int held() {
		return this.held.get();
	}

	long requests() {
		return this.requests.get();
	}

	int openConnections() {
		return this.open.size();
	}

	int mostOpenConnections() {
		return this.mostOpen.get();
	}

	int connections() {
		return this.connections.get();
	}

	/**
	 * Returns a builder of clients of this server that sees nothing of the machine's
	 * environment.
	 */
	DynamoDbClientBuilder clientBuilder() {
		return DynamoDbClient.builder()
			.endpoint(URI.create("http://localhost:" + this.listener.getLocalPort()))
			.region("eu-central-1")
			.credentialsProvider(AwsCredentialsProvider.of(AwsCredentials.of("AKIDLOAD", "secret-of-load")))
			.environment(AwsEnvironment.of(Map.of(), Map.of()));
	}

	@Override
	public void close() {
		releaseAll();
		try {
			this.listener.close();
			for (Socket connection : this.open) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept() throws IOException {
		while (!this.listener.isClosed()) {
			Socket connection = this.listener.accept();
			connection.setTcpNoDelay(true);
			this.connections.incrementAndGet();
			this.open.add(connection);
			this.mostOpen.accumulateAndGet(this.open.size(), Math::max);
			start(() -> serve(connection));
		}
	}

	private void serve(Socket connection) throws IOException, InterruptedException {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			while (true) {
				in.skipNBytes(readHead(in));
				this.requests.incrementAndGet();
				this.held.incrementAndGet();
				this.permits.acquire();
				this.held.decrementAndGet();
				connection.getOutputStream().write(this.answer);
			}
		}
		finally {
			this.open.remove(connection);
		}
	}

	/**
	 * Reads the headers of a request.
	 * @return the length of its body
	 */
	private static int readHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.length() < END_OF_HEAD.length()
				|| head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
			int next = in.read();
			if (next < 0) {
				throw new EOFException("The client has closed the connection");
			}
			head.append((char) Character.toLowerCase(next));
		}
		int at = head.indexOf("\r\ncontent-length:") + "\r\ncontent-length:".length();
		return Integer.parseInt(head.substring(at, head.indexOf("\r", at)).strip());
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// The client or the test has closed the socket
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "stub-server");
		thread.setDaemon(true);
		thread.start();
	}

	@FunctionalInterface
	private interface Work {

		void run() throws IOException, InterruptedException;

	}

}
