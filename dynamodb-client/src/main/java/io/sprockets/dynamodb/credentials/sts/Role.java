package io.sprockets.dynamodb.credentials.sts;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A role to assume.
 *
 * @param place where it is configured, in words for messages
 * @param arn its name
 * @param sessionName what the session is called in logs, {@code null} for a name of the
 * client's own
 * @param externalId what the owner of the role demands to be told, or {@code null}
 * @param durationSeconds how long the session is to last, {@code null} for the service's
 * default of an hour
 */
public record Role(String place, String arn, @Nullable String sessionName, @Nullable String externalId,
		@Nullable Integer durationSeconds) {

	/**
	 * Returns the parameters of a request, in the order AWS's tools have.
	 */
	Map<String, String> parameters(long nowMillis) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("RoleArn", this.arn);
		parameters.put("RoleSessionName", (this.sessionName != null) ? this.sessionName : "dynamodb-" + nowMillis);
		if (this.durationSeconds != null) {
			parameters.put("DurationSeconds", this.durationSeconds.toString());
		}
		if (this.externalId != null) {
			parameters.put("ExternalId", this.externalId);
		}
		return parameters;
	}

	/**
	 * Returns the role and its place, for messages.
	 */
	String describe() {
		return "role " + this.arn + " (" + this.place + ")";
	}

	@Override
	public String toString() {
		return describe();
	}

}
