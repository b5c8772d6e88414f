package io.sprockets.dynamodb.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a {@link FaultProxy} may do with a request. Those that {@link #reachesServer()}
 * may lose the answer to a write that was done.
 */
enum Fault {

	/** Answers as the server does. */
	NONE(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, answer.bytes());
		}

	},

	RESET_BEFORE_SERVER(false) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			reset(client);
		}

	},

	CLOSE_BEFORE_SERVER(false) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			client.close();
		}

	},

	RESET_INSTEAD_OF_ANSWER(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			reset(client);
		}

	},

	CLOSE_INSTEAD_OF_ANSWER(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			client.close();
		}

	},

	CLOSE_IN_HEADERS(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, answer.head().substring(0, 40).getBytes(StandardCharsets.ISO_8859_1));
			client.close();
		}

	},

	CLOSE_IN_BODY(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			byte[] bytes = answer.bytes();
			write(client, bytes, 0, bytes.length - 1 - random(answer.body().length));
			client.close();
		}

	},

	RESET_IN_BODY(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			byte[] bytes = answer.bytes();
			write(client, bytes, 0, bytes.length - 1 - random(answer.body().length));
			reset(client);
		}

	},

	SILENCE_BEFORE_SERVER(false) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			awaitClose(client);
		}

	},

	SILENCE_INSTEAD_OF_ANSWER(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			awaitClose(client);
		}

	},

	SILENCE_IN_BODY(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			byte[] bytes = answer.bytes();
			write(client, bytes, 0, bytes.length - 1 - random(answer.body().length));
			awaitClose(client);
		}

	},

	DELAY(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException, InterruptedException {
			pause(random(100));
			write(client, answer.bytes());
		}

	},

	PIECES(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException, InterruptedException {
			byte[] bytes = answer.bytes();
			int pieces = 2 + random(10);
			for (int i = 0; i < pieces; i++) {
				int from = bytes.length * i / pieces;
				write(client, bytes, from, bytes.length * (i + 1) / pieces - from);
				pause(random(3));
			}
		}

	},

	DRIP(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException, InterruptedException {
			byte[] bytes = answer.bytes();
			for (int i = 0; i < bytes.length - 1; i++) {
				write(client, bytes, i, 1);
				pause(20);
			}
			awaitClose(client);
		}

	},

	CHUNKS(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, chunked(answer, true));
		}

	},

	CLOSE_BEFORE_LAST_CHUNK(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, chunked(answer, false));
			client.close();
		}

	},

	WRONG_BYTE(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			byte[] bytes = answer.bytes();
			bytes[bytes.length - 1 - random(answer.body().length)] ^= (byte) (1 << random(7));
			write(client, bytes);
		}

	},

	CUT_WITH_RIGHT_LENGTH(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			byte[] body = new byte[random(answer.body().length)];
			System.arraycopy(answer.body(), 0, body, 0, body.length);
			byte[] head = answer.head("Content-Length: " + body.length).getBytes(StandardCharsets.ISO_8859_1);
			write(client, head);
			write(client, body);
		}

	},

	NOT_HTTP(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, "220 mail.example.com ESMTP\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
			client.close();
		}

	},

	EARLY_HINTS(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
			write(client, answer.bytes());
		}

	},

	TWO_ANSWERS(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			byte[] bytes = answer.bytes();
			byte[] twice = Arrays.copyOf(bytes, bytes.length * 2);
			System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
			write(client, twice);
		}

	},

	MORE_THAN_ITS_LENGTH(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			int length = random(answer.body().length);
			write(client, answer.head("Content-Length: " + length).getBytes(StandardCharsets.ISO_8859_1));
			write(client, answer.body());
		}

	},

	CONTINUE_FIRST(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
			write(client, answer.bytes());
		}

	},

	CLOSE_AFTER_ANSWER(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, answer.bytes());
			client.close();
		}

	},

	ERROR_500_BEFORE_SERVER(false) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, error(500, "InternalServerError").bytes());
		}

	},

	ERROR_500_INSTEAD_OF_ANSWER(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, error(500, "InternalServerError").bytes());
		}

	},

	ERROR_503_OF_PROXY(false) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			byte[] html = "<html><body>503 Service Unavailable</body></html>".getBytes(StandardCharsets.UTF_8);
			write(client, new BackendAnswer(503, html).bytes());
		}

	},

	/** Does half of a batch and gives the rest back; anything else as the server does. */
	HALF_OF_BATCH(true) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, answer.bytes());
		}

	},

	THROTTLED(false) {

		@Override
		void send(Socket client, BackendAnswer answer) throws IOException {
			write(client, error(400, "ProvisionedThroughputExceededException").bytes());
		}

	};

	private final boolean reachesServer;

	Fault(boolean reachesServer) {
		this.reachesServer = reachesServer;
	}

	/**
	 * Says whether the server gets the request first.
	 */
	boolean reachesServer() {
		return this.reachesServer;
	}

	/**
	 * Does it.
	 * @param answer the server's answer, an empty one if it did not get the request
	 */
	abstract void send(Socket client, BackendAnswer answer) throws IOException, InterruptedException;

	private static BackendAnswer error(int status, String code) {
		return new BackendAnswer(status,
				("{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + code + "\"}").getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] chunked(BackendAnswer answer, boolean whole) {
		StringBuilder bytes = new StringBuilder(answer.head("Transfer-Encoding: chunked"));
		String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
		for (int at = 0; at < body.length();) {
			int end = Math.min(body.length(), at + 1 + random(200));
			bytes.append(Integer.toHexString(end - at)).append("\r\n").append(body, at, end).append("\r\n");
			at = end;
		}
		return bytes.append(whole ? "0\r\n\r\n" : "").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private static void write(Socket client, byte[] bytes) throws IOException {
		write(client, bytes, 0, bytes.length);
	}

	private static void write(Socket client, byte[] bytes, int from, int length) throws IOException {
		OutputStream out = client.getOutputStream();
		out.write(bytes, from, length);
		out.flush();
	}

	private static void reset(Socket client) throws IOException {
		client.setSoLinger(true, 0);
		client.close();
	}

	private static void awaitClose(Socket client) throws IOException {
		while (client.getInputStream().read() >= 0) {
			// Whatever else it says is not answered either
		}
		client.close();
	}

	private static void pause(int millis) throws InterruptedException {
		new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
	}

	private static int random(int bound) {
		return (bound > 0) ? ThreadLocalRandom.current().nextInt(bound) : 0;
	}

}
