package io.sprockets.dynamodb.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The service asks for fewer requests: retried already, with growing delays.
 */
public class DynamoDbThrottlingException extends DynamoDbServiceException {

	public DynamoDbThrottlingException(ServiceError error) {
		super(error);
	}

	/**
	 * Returns why and where it was throttled, empty where the service does not say.
	 */
	public List<ThrottlingReason> throttlingReasons() {
		Object reasons = details().getOrDefault("ThrottlingReasons", details().get("throttlingReasons"));
		List<ThrottlingReason> result = new ArrayList<>();
		if (reasons instanceof List<?> list) {
			for (Object reason : list) {
				if (reason instanceof Map<?, ?> members) {
					result.add(new ThrottlingReason(WireItems.text(members.get("reason")),
							WireItems.text(members.get("resource"))));
				}
			}
		}
		return List.copyOf(result);
	}

}
