package io.sprockets.dynamodb.test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * What a {@link FaultServer} does after it has read a request. The connection is kept
 * unless the answer closes it.
 */
@FunctionalInterface
public interface FaultAnswer {

	void send(Socket connection) throws IOException, InterruptedException;

	/**
	 * Answers a request, of which most answers want to know nothing.
	 */
	default void send(Socket connection, ReceivedRequest request) throws IOException, InterruptedException {
		send(connection);
	}

	/**
	 * Answers each request in its own way.
	 */
	static FaultAnswer to(Function<ReceivedRequest, FaultAnswer> answers) {
		return new FaultAnswer() {

			@Override
			public void send(Socket connection) {
				throw new UnsupportedOperationException("There is no answer without a request");
			}

			@Override
			public void send(Socket connection, ReceivedRequest request) throws IOException, InterruptedException {
				answers.apply(request).send(connection);
			}

		};
	}

	/**
	 * Answers 200 with JSON.
	 */
	static FaultAnswer ok(String json) {
		return status(200, json);
	}

	/**
	 * Answers with a status, a body and further headers of the form {@code Name: value}.
	 */
	static FaultAnswer status(int status, String body, String... headers) {
		return status(status, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	static FaultAnswer status(int status, byte[] body, String... headers) {
		return (connection) -> {
			OutputStream out = connection.getOutputStream();
			out.write(ascii(head(status, body.length, headers)));
			out.write(body);
			out.flush();
		};
	}

	/**
	 * Answers an error as the service does.
	 */
	static FaultAnswer error(int status, String code) {
		return status(status,
				"{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + code + "\",\"message\":\"Said by the server\"}");
	}

	/**
	 * Answers 200 with the checksum of the body.
	 */
	static FaultAnswer withChecksum(String json) {
		CRC32 crc = new CRC32();
		crc.update(json.getBytes(StandardCharsets.UTF_8));
		return status(200, json, "x-amz-crc32: " + crc.getValue());
	}

	/**
	 * Sends bytes as they are.
	 */
	static FaultAnswer raw(String bytes) {
		return raw(ascii(bytes));
	}

	static FaultAnswer raw(byte[] bytes) {
		return (connection) -> {
			connection.getOutputStream().write(bytes);
			connection.getOutputStream().flush();
		};
	}

	/**
	 * Sends bytes one at a time.
	 */
	static FaultAnswer dripped(String bytes, Duration interval) {
		return (connection) -> {
			CountDownLatch never = new CountDownLatch(1);
			for (byte next : ascii(bytes)) {
				connection.getOutputStream().write(next);
				connection.getOutputStream().flush();
				never.await(interval.toMillis(), TimeUnit.MILLISECONDS);
			}
		};
	}

	/**
	 * Closes the connection without an answer.
	 */
	static FaultAnswer close() {
		return Socket::close;
	}

	static FaultAnswer closeWithinHeaders() {
		return raw("HTTP/1.1 200 OK\r\nContent-Le").thenClose();
	}

	static FaultAnswer closeWithinBody() {
		return raw(head(200, 100) + "{\"Item\":").thenClose();
	}

	/**
	 * Sends RST, which the client sees as a connection reset.
	 */
	static FaultAnswer reset() {
		return (connection) -> {
			connection.setSoLinger(true, 0);
			connection.close();
		};
	}

	/**
	 * Says nothing until the client closes the connection.
	 */
	static FaultAnswer silence() {
		return (connection) -> {
			if (connection.getInputStream().read() < 0) {
				connection.close();
			}
		};
	}

	/**
	 * Does nothing at all, and does not read either, until the server is closed.
	 */
	static FaultAnswer deaf() {
		return (connection) -> {
			while (!connection.isClosed()) {
				new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
			}
		};
	}

	/**
	 * Announces a long body and sends it one byte at a time, until the client closes the
	 * connection.
	 */
	static FaultAnswer drip(Duration interval) {
		return (connection) -> {
			OutputStream out = connection.getOutputStream();
			out.write(ascii(head(200, 1_000_000)));
			CountDownLatch never = new CountDownLatch(1);
			do {
				out.write(' ');
				out.flush();
			}
			while (!never.await(interval.toMillis(), TimeUnit.MILLISECONDS));
		};
	}

	/**
	 * Waits before this answer until the latch is open.
	 */
	default FaultAnswer after(CountDownLatch latch) {
		return (connection) -> {
			latch.await();
			send(connection);
		};
	}

	/**
	 * Waits some time before this answer.
	 */
	default FaultAnswer delayed(Duration delay) {
		return (connection) -> {
			new CountDownLatch(1).await(delay.toMillis(), TimeUnit.MILLISECONDS);
			send(connection);
		};
	}

	/**
	 * Answers before the request's body is read. It is read afterwards, unless the answer
	 * closes the connection.
	 */
	default FaultAnswer early() {
		FaultAnswer answer = this;
		return new FaultAnswer() {

			@Override
			public void send(Socket connection) throws IOException, InterruptedException {
				answer.send(connection);
			}

			@Override
			public boolean isEarly() {
				return true;
			}

		};
	}

	/**
	 * Says whether it is sent before the request's body is read.
	 */
	default boolean isEarly() {
		return false;
	}

	/**
	 * Sends something else after this answer.
	 */
	default FaultAnswer then(FaultAnswer next) {
		return (connection) -> {
			send(connection);
			next.send(connection);
		};
	}

	/**
	 * Sends RST after this answer, when it has arrived.
	 */
	default FaultAnswer thenReset() {
		return then(reset().delayed(Duration.ofMillis(20)));
	}

	/**
	 * Ends the connection after this answer, but not the TLS on it, and waits for the
	 * client to close it.
	 */
	default FaultAnswer thenCut() {
		return then(TlsServerSocket::cut).then(silence());
	}

	/**
	 * Closes the connection after this answer.
	 */
	default FaultAnswer thenClose() {
		return then(close());
	}

	private static String head(int status, int length, String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Status\r\n");
		head.append("x-amzn-RequestId: REQUEST-1\r\nContent-Length: ").append(length).append("\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append("\r\n").toString();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
