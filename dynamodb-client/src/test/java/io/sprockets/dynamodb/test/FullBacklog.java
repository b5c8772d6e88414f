package io.sprockets.dynamodb.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that never accepts and has no room for further connections, so that to connect
 * to it hangs.
 */
public final class FullBacklog implements AutoCloseable {

	private static final int ENOUGH = 100;

	private final ServerSocket listener;

	private final List<Socket> waiting = new ArrayList<>();

	public FullBacklog() {
		try {
			this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
			while (this.waiting.size() < ENOUGH && fill()) {
				// One more waits
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean fill() throws IOException {
		Socket socket = new Socket();
		this.waiting.add(socket);
		try {
			socket.connect(new InetSocketAddress(this.listener.getInetAddress(), this.listener.getLocalPort()), 200);
			return true;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
	}

	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.listener.getLocalPort());
	}

	@Override
	public void close() {
		try {
			this.listener.close();
			for (Socket socket : this.waiting) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
