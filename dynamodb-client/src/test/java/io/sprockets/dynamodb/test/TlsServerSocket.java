package io.sprockets.dynamodb.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A socket of a server that speaks TLS, and can end a connection below it.
 */
final class TlsServerSocket extends ServerSocket {

	private static final Map<Socket, Socket> BELOW = Collections.synchronizedMap(new WeakHashMap<>());

	private final SSLContext context;

	TlsServerSocket(SSLContext context) throws IOException {
		super(0, 50, InetAddress.getLoopbackAddress());
		this.context = context;
	}

	@Override
	public Socket accept() throws IOException {
		Socket plain = super.accept();
		SSLSocket secured = (SSLSocket) this.context.getSocketFactory()
			.createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
		secured.setUseClientMode(false);
		BELOW.put(secured, plain);
		return secured;
	}

	/**
	 * Sends FIN without TLS saying that it ends.
	 */
	static void cut(Socket secured) throws IOException {
		Socket plain = BELOW.get(secured);
		if (plain == null) {
			throw new IllegalArgumentException("There is no TLS on this connection");
		}
		plain.shutdownOutput();
	}

}
