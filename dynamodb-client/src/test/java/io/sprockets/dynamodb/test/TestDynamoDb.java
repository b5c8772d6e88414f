package io.sprockets.dynamodb.test;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

import java.util.Map;

/**
 * The DynamoDB server of the integration tests: the one that
 * {@code dynamodb.test.endpoint} names, else DynamoDB Local in this process. One for all
 * tests, so tables need names of their own.
 */
public final class TestDynamoDb {

	private static final int START_TRIES = 5;

	private static final URI ENDPOINT = findOrStart();

	private TestDynamoDb() {
	}

	public static URI endpoint() {
		return ENDPOINT;
	}

	/**
	 * Says whether the server is DynamoDB Local, for the few things servers differ in.
	 */
	public static boolean isDynamoDbLocal() {
		return System.getProperty("dynamodb.test.endpoint", "").isEmpty();
	}

	/**
	 * Returns a builder of clients of this server that sees nothing of the machine's
	 * environment.
	 */
	public static DynamoDbClientBuilder clientBuilder() {
		return DynamoDbClient.builder()
			.endpoint(endpoint())
			.region("us-east-1")
			// The server's first answers take seconds on a busy machine
			.attemptTimeout(Duration.ofSeconds(20))
			.callTimeout(Duration.ofSeconds(30))
			.environment(AwsEnvironment.of(Map.of(), Map.of()));
	}

	/**
	 * Returns a name no other table has.
	 */
	public static String tableName(String prefix) {
		return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
	}

	private static URI findOrStart() {
		String given = System.getProperty("dynamodb.test.endpoint", "");
		return given.isEmpty() ? start() : URI.create(given);
	}

	private static URI start() {
		Exception failure = null;
		for (int i = 0; i < START_TRIES; i++) {
			try {
				int port = freePort();
				DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(new String[] { "-inMemory",
						"-sharedDb", "-disableTelemetry", "-port", Integer.toString(port) });
				server.start();
				return URI.create("http://localhost:" + port);
			}
			catch (Exception ex) {
				failure = ex;
			}
		}
		throw new IllegalStateException("DynamoDB Local does not start", failure);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
