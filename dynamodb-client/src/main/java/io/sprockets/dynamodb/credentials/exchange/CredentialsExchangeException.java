package io.sprockets.dynamodb.credentials.exchange;

/**
 * An exchange had no usable answer: no connection, no answer in time, one too large or
 * broken off.
 */
public class CredentialsExchangeException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message what happened, in words that can stand after "because", with nothing
	 * secret in it
	 */
	public CredentialsExchangeException(String message, Throwable cause) {
		super(message, cause);
	}

}
