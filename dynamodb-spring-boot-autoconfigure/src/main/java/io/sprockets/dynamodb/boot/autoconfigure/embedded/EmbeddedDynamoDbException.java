package io.sprockets.dynamodb.boot.autoconfigure.embedded;

/**
 * The embedded DynamoDB cannot be started.
 */
public class EmbeddedDynamoDbException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	EmbeddedDynamoDbException(String message, String action, Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	static EmbeddedDynamoDbException notOnClasspath(Throwable cause) {
		return new EmbeddedDynamoDbException(
				"dynamodb.embedded.enabled is true, but DynamoDB Local is not on the classpath", """
						Add it for development, under Amazon's own licence:

						<dependency>
						    <groupId>software.amazon.dynamodb</groupId>
						    <artifactId>DynamoDBLocal</artifactId>
						    <version>3.3.1</version>
						    <scope>runtime</scope>
						</dependency>

						or set dynamodb.embedded.enabled=false, with dynamodb.region or dynamodb.endpoint.""", cause);
	}

	/**
	 * Returns what to do.
	 */
	public String action() {
		return this.action;
	}

}
