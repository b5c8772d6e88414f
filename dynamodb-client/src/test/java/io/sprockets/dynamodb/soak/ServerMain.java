package io.sprockets.dynamodb.soak;

import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * DynamoDB Local as a process of its own, which ends with the one that started it.
 */
final class ServerMain {

	private ServerMain() {
	}

	/**
	 * Runs until the input ends.
	 * @param arguments those of DynamoDB Local
	 */
	public static void main(String[] arguments) throws Exception {
		ServerRunner.createServerFromCommandLineArgs(arguments).start();
		System.out.println("started");
		while (System.in.read() >= 0) {
			// Nothing is said to it
		}
		Runtime.getRuntime().halt(0);
	}

}
