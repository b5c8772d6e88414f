package io.sprockets.dynamodb.error;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * The call that failed, as far as it had come.
 *
 * @param operation the operation's name, for example {@code GetItem}
 * @param tableName the table, or {@code null} where the operation names none or several
 * @param endpoint where the request went
 * @param attempts how many HTTP attempts were made, the failed one included
 */
public record FailedCall(String operation, @Nullable String tableName, @Nullable URI endpoint, int attempts) {

	/**
	 * Returns operation, table, endpoint and attempts in words, for a message's end.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder("operation ").append(this.operation);
		if (this.tableName != null) {
			text.append(", table ").append(this.tableName);
		}
		if (this.endpoint != null) {
			text.append(", endpoint ").append(this.endpoint);
		}
		return text.append(", attempts ").append(this.attempts).toString();
	}

}
