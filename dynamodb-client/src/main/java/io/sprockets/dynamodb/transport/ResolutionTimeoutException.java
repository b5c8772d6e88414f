package io.sprockets.dynamodb.transport;

import java.net.UnknownHostException;

/**
 * No name server has answered in time. Turned into the client's own exception where the
 * call is known.
 */
final class ResolutionTimeoutException extends UnknownHostException {

	ResolutionTimeoutException() {
		super("no name server has answered in time");
	}

}
