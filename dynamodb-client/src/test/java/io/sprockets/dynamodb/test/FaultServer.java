package io.sprockets.dynamodb.test;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.retry.RetrySettings;

/**
 * An HTTP server that does wrong on demand: closes, resets, stays silent, drips, lies. It
 * answers requests by a script and keeps what it received.
 */
public final class FaultServer implements AutoCloseable {

	/** The default rules with delays that tests need not wait for. */
	public static final RetrySettings QUICK_RETRIES = new RetrySettings(4, Duration.ofMillis(1), Duration.ofMillis(1),
			Duration.ofMillis(5), 500, 14, 5);

	public static final AwsCredentials CREDENTIALS = AwsCredentials.of("AKIDFAULTS", "secret-of-faults");

	private final String scheme;

	private final ServerSocket listener;

	private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger mostOpen = new AtomicInteger();

	private final AtomicInteger answered = new AtomicInteger();

	private volatile List<FaultAnswer> script;

	private volatile FaultAnswer greeting = (connection) -> {
	};

	/**
	 * Starts a server.
	 * @param script the answers in their order, of which the last is repeated
	 */
	public FaultServer(FaultAnswer... script) {
		this("http", () -> new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
	}

	private FaultServer(String scheme, Listening listening, FaultAnswer... script) {
		this.scheme = scheme;
		this.script = List.of(script);
		try {
			this.listener = listening.listen();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start("accept", this::accept);
	}

	/**
	 * Starts a server that speaks TLS.
	 */
	public static FaultServer overTls(SSLContext context, FaultAnswer... script) {
		return new FaultServer("https", () -> new TlsServerSocket(context), script);
	}

	/**
	 * Replaces the answers, from now on.
	 */
	public void script(FaultAnswer... answers) {
		this.script = List.of(answers);
		this.answered.set(0);
	}

	/**
	 * Sets what is sent on every connection before a request is read, and ends it.
	 */
	public void greeting(FaultAnswer greeting) {
		this.greeting = greeting.thenClose();
	}

	public URI endpoint() {
		return URI.create(this.scheme + "://localhost:" + this.listener.getLocalPort());
	}

	/**
	 * Returns a builder of clients of this server that sees nothing of the machine's
	 * environment and retries quickly.
	 */
	public DynamoDbClientBuilder clientBuilder() {
		return DynamoDbClient.builder()
			.endpoint(endpoint())
			.region("eu-central-1")
			.credentialsProvider(AwsCredentialsProvider.of(CREDENTIALS))
			.environment(AwsEnvironment.of(Map.of(), Map.of()))
			.retry(QUICK_RETRIES)
			.closeTimeout(Duration.ZERO);
	}

	/**
	 * Returns the requests that were read to their end, in their order.
	 */
	public List<ReceivedRequest> requests() {
		return this.requests;
	}

	/**
	 * Returns how many connections were made so far.
	 */
	public int connections() {
		return this.connections.get();
	}

	/**
	 * Returns how many connections are open now.
	 */
	public int openConnections() {
		return this.open.size();
	}

	/**
	 * Returns how many connections were open at once.
	 */
	public int mostOpenConnections() {
		return this.mostOpen.get();
	}

	@Override
	public void close() {
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
			// What is written in pieces would wait for the client's acknowledgements
			connection.setTcpNoDelay(true);
			this.connections.incrementAndGet();
			this.open.add(connection);
			this.mostOpen.accumulateAndGet(this.open.size(), Math::max);
			start("connection", () -> serve(connection));
		}
	}

	private void serve(Socket connection) throws IOException, InterruptedException {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			this.greeting.send(connection);
			ReceivedRequest head = connection.isClosed() ? null : ReceivedRequest.readHead(in);
			while (head != null) {
				head = answer(head, in, connection) ? ReceivedRequest.readHead(in) : null;
			}
		}
		finally {
			this.open.remove(connection);
		}
	}

	/**
	 * Answers a request.
	 * @return whether there may be another one
	 */
	private boolean answer(ReceivedRequest head, InputStream in, Socket connection)
			throws IOException, InterruptedException {
		FaultAnswer answer = nextAnswer();
		if (answer.isEarly()) {
			answer.send(connection, head);
			this.requests.add(connection.isClosed() ? head : head.readBody(in));
		}
		else {
			ReceivedRequest request = head.readBody(in);
			this.requests.add(request);
			answer.send(connection, request);
		}
		return !connection.isClosed();
	}

	private FaultAnswer nextAnswer() {
		List<FaultAnswer> answers = this.script;
		return answers.get(Math.min(this.answered.getAndIncrement(), answers.size() - 1));
	}

	private static void start(String name, Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// The client or the test has closed the socket: the thread has nothing to
				// do
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "fault-server-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	@FunctionalInterface
	private interface Listening {

		ServerSocket listen() throws IOException;

	}

	@FunctionalInterface
	private interface Work {

		void run() throws IOException, InterruptedException;

	}

}
