package io.sprockets.dynamodb.credentials.exchange;

import org.jspecify.annotations.Nullable;

/**
 * An exchange had no usable answer: no connection, no answer in time, one too large or
 * broken off.
 */
public class CredentialsExchangeException extends RuntimeException {

	private final boolean connected;

	/**
	 * Creates an exception of an exchange that may have reached its server.
	 * @param message what happened, in words that can stand after "because", with nothing
	 * secret in it
	 */
	public CredentialsExchangeException(String message, @Nullable Throwable cause) {
		this(message, true, cause);
	}

	/**
	 * Creates an exception.
	 * @param message what happened, in words that can stand after "because", with nothing
	 * secret in it
	 * @param connected whether there was a connection to the server
	 */
	public CredentialsExchangeException(String message, boolean connected, @Nullable Throwable cause) {
		super(message, cause);
		this.connected = connected;
	}

	/**
	 * Says whether there was a connection, so that the server exists.
	 */
	public boolean isConnected() {
		return this.connected;
	}

}
