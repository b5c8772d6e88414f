package io.sprockets.dynamodb.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A transaction was cancelled; nothing was written.
 */
public final class TransactionCanceledException extends DynamoDbServiceException {

	public TransactionCanceledException(ServiceError error) {
		super(error);
	}

	/**
	 * Returns what became of each action, in the order of the request; empty where the
	 * service does not say.
	 */
	public List<CancellationReason> cancellationReasons() {
		List<CancellationReason> result = new ArrayList<>();
		if (details().get("CancellationReasons") instanceof List<?> reasons) {
			reasons.forEach((reason) -> result.add(reason((reason instanceof Map<?, ?> members) ? members : Map.of())));
		}
		return List.copyOf(result);
	}

	private static CancellationReason reason(Map<?, ?> members) {
		String code = WireItems.text(members.get("Code"));
		return new CancellationReason((code != null) ? code : "None", WireItems.text(members.get("Message")),
				WireItems.item(members.get("Item")));
	}

}
