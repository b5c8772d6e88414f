package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;

/**
 * An HTTP answer as it came, errors included.
 *
 * @param status the HTTP status
 * @param headers the headers; names in any case
 * @param body the body's bytes
 */
public record RawResponse(int status, Map<String, List<String>> headers, byte[] body) {

	@Override
	public String toString() {
		return "RawResponse[status=" + this.status + ", " + this.body.length + " bytes]";
	}

}
