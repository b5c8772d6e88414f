package io.sprockets.dynamodb.credentials.exchange;

import java.util.List;
import java.util.Map;

/**
 * An answer, read to its end.
 *
 * @param status the HTTP status
 * @param headers the headers, whose names are found in any case
 * @param body the body; never printed
 */
public record CredentialsResponse(int status, Map<String, List<String>> headers, byte[] body) {

	/**
	 * Says whether the status is 2xx.
	 */
	public boolean isSuccessful() {
		return this.status / 100 == 2;
	}

	@Override
	public String toString() {
		return "CredentialsResponse[status=" + this.status + "]";
	}

}
