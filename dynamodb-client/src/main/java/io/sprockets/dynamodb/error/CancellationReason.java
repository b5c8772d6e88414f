package io.sprockets.dynamodb.error;

import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * What became of one action of a cancelled transaction.
 *
 * @param code the reason, {@code None} where the action was not to blame
 * @param message the service's words
 * @param item the stored item, if asked for; empty otherwise
 */
public record CancellationReason(String code, @Nullable String message, Map<String, AttributeValue> item) {

	@Override
	public String toString() {
		return "CancellationReason[" + this.code + "]";
	}

}
