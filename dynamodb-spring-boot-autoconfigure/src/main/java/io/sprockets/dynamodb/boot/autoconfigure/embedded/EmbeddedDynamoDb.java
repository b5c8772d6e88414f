package io.sprockets.dynamodb.boot.autoconfigure.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * DynamoDB Local inside of this application: in memory, without telemetry. It is started
 * by reflection, since it is the application's to add, under its own licence.
 */
final class EmbeddedDynamoDb implements AutoCloseable {

	static final String SERVER_RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";

	private static final Log logger = LogFactory.getLog(EmbeddedDynamoDb.class);

	private static final int START_TRIES = 5;

	private final Object server;

	private final URI endpoint;

	private EmbeddedDynamoDb(Object server, int port) {
		this.server = server;
		this.endpoint = URI.create("http://localhost:" + port);
	}

	/**
	 * Starts a server.
	 * @param port its port, 0 for any free one
	 * @throws EmbeddedDynamoDbException if it is not on the classpath or does not start
	 */
	static EmbeddedDynamoDb start(int port, @Nullable ClassLoader classLoader) {
		Class<?> runner = serverRunner(classLoader);
		int tries = (port == 0) ? START_TRIES : 1;
		while (true) {
			tries--;
			int chosen = (port == 0) ? freePort() : port;
			try {
				EmbeddedDynamoDb started = new EmbeddedDynamoDb(start(runner, chosen), chosen);
				logger.info("Embedded DynamoDB answers at " + started.endpoint());
				return started;
			}
			catch (ReflectiveOperationException ex) {
				// Another process may have taken the free port meanwhile
				if (tries == 0) {
					throw notStarted(chosen, ex);
				}
			}
		}
	}

	URI endpoint() {
		return this.endpoint;
	}

	@Override
	public void close() throws ReflectiveOperationException {
		this.server.getClass().getMethod("stop").invoke(this.server);
	}

	private static Class<?> serverRunner(@Nullable ClassLoader classLoader) {
		try {
			return ClassUtils.forName(SERVER_RUNNER, classLoader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			throw EmbeddedDynamoDbException.notOnClasspath(ex);
		}
	}

	private static Object start(Class<?> runner, int port) throws ReflectiveOperationException {
		String[] arguments = { "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port) };
		Object server = runner.getMethod("createServerFromCommandLineArgs", String[].class)
			.invoke(null, (Object) arguments);
		server.getClass().getMethod("start").invoke(server);
		return server;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new EmbeddedDynamoDbException("No port is free for the embedded DynamoDB",
					"Set dynamodb.embedded.port to one that is", ex);
		}
	}

	private static EmbeddedDynamoDbException notStarted(int port, ReflectiveOperationException ex) {
		Throwable cause = (ex instanceof InvocationTargetException && ex.getCause() != null) ? ex.getCause() : ex;
		return new EmbeddedDynamoDbException("The embedded DynamoDB does not start at port " + port + ": " + cause,
				"Set dynamodb.embedded.port to a free port, or to 0 for any", cause);
	}

}
