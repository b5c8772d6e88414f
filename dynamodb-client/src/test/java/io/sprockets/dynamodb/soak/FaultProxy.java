package io.sprockets.dynamodb.soak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

import io.sprockets.dynamodb.test.ReceivedRequest;

/**
 * Stands between client and server, and does wrong now and then: see {@link Fault}. A
 * request goes to the server at once or not at all, so that none of them is done much
 * later than another one after it.
 */
final class FaultProxy implements AutoCloseable {

	private static final Fault[] FAULTS = Fault.values();

	private final ServerSocket listener;

	private final URI server;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger mostOpen = new AtomicInteger();

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicLong requests = new AtomicLong();

	private final AtomicLong additions = new AtomicLong();

	private final AtomicLongArray done = new AtomicLongArray(FAULTS.length);

	private volatile double share;

	/**
	 * Starts a proxy, which at first does nothing wrong.
	 */
	FaultProxy(URI server) {
		this.server = server;
		try {
			this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	/**
	 * Sets what share of the requests meets a fault, from now on.
	 */
	void faults(double share) {
		this.share = share;
	}

	URI endpoint() {
		return URI.create("http://localhost:" + this.listener.getLocalPort());
	}

	/**
	 * Returns how many connections of clients are open.
	 */
	int openConnections() {
		return this.open.size();
	}

	int mostOpenConnections() {
		return this.mostOpen.get();
	}

	/**
	 * Returns how many requests are not yet answered, or left unanswered.
	 */
	int requestsInFlight() {
		return this.inFlight.get();
	}

	long requests() {
		return this.requests.get();
	}

	/**
	 * Returns how many requests with an {@code ADD} the server has done.
	 */
	long additions() {
		return this.additions.get();
	}

	/**
	 * Returns how often a fault was met.
	 */
	long count(Fault fault) {
		return this.done.get(fault.ordinal());
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
			Socket client = this.listener.accept();
			client.setTcpNoDelay(true);
			this.open.add(client);
			this.mostOpen.accumulateAndGet(this.open.size(), Math::max);
			start(() -> serve(client));
		}
	}

	private void serve(Socket client) throws IOException, InterruptedException {
		try (client; Socket backend = new Socket(this.server.getHost(), this.server.getPort())) {
			backend.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(client.getInputStream());
			InputStream answers = new BufferedInputStream(backend.getInputStream());
			ReceivedRequest request = ReceivedRequest.read(in);
			while (request != null && request.header("Content-Length").equals("" + request.body().length)) {
				this.requests.incrementAndGet();
				this.inFlight.incrementAndGet();
				try {
					answer(request, client, backend, answers);
				}
				finally {
					this.inFlight.decrementAndGet();
				}
				request = client.isClosed() ? null : ReceivedRequest.read(in);
			}
		}
		finally {
			this.open.remove(client);
		}
	}

	private void answer(ReceivedRequest request, Socket client, Socket backend, InputStream answers)
			throws IOException, InterruptedException {
		Fault fault = next();
		this.done.incrementAndGet(fault.ordinal());
		BackendAnswer answer = new BackendAnswer(0, new byte[0]);
		if (fault.reachesServer()) {
			HalfBatch half = (fault == Fault.HALF_OF_BATCH) ? HalfBatch.of(request) : null;
			forward((half != null) ? half.request() : request, backend.getOutputStream());
			answer = BackendAnswer.read(answers);
			answer = (half != null) ? half.answer(answer) : answer;
			boolean addition = answer.status() == 200
					&& new String(request.body(), StandardCharsets.UTF_8).contains("\"ADD ");
			this.additions.addAndGet(addition ? 1 : 0);
		}
		fault.send(client, answer);
	}

	private Fault next() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return (random.nextDouble() < this.share) ? FAULTS[1 + random.nextInt(FAULTS.length - 1)] : Fault.NONE;
	}

	private static void forward(ReceivedRequest request, OutputStream server) throws IOException {
		StringBuilder head = new StringBuilder(request.line()).append("\r\n");
		request.headers()
			.forEach((name, values) -> values
				.forEach((value) -> head.append(name).append(": ").append(value).append("\r\n")));
		byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
		byte[] whole = new byte[start.length + request.body().length];
		System.arraycopy(start, 0, whole, 0, start.length);
		System.arraycopy(request.body(), 0, whole, start.length, request.body().length);
		server.write(whole);
		server.flush();
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// One of the sockets was closed: the thread has nothing to do
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "fault-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@FunctionalInterface
	private interface Work {

		void run() throws IOException, InterruptedException;

	}

}
