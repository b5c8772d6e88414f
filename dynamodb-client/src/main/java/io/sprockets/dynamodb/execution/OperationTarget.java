package io.sprockets.dynamodb.execution;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.endpoint.ServiceKind;

/**
 * What an operation's name says about its request: the {@code X-Amz-Target} header and
 * the endpoint it goes to.
 *
 * @param operation the operation's name alone
 * @param target the header's value
 * @param service the service behind the endpoint
 */
record OperationTarget(String operation, String target, ServiceKind service) {

	private static final String DYNAMODB = "DynamoDB_20120810.";

	private static final String STREAMS = "DynamoDBStreams_20120810.";

	private static final Set<String> STREAMS_OPERATIONS = Set.of("DescribeStream", "GetRecords", "GetShardIterator",
			"ListStreams");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

	private static final int MAX_CACHED = 500;

	private static final Map<String, OperationTarget> CACHE = new ConcurrentHashMap<>();

	/**
	 * Returns the target of an operation.
	 * @throws IllegalArgumentException if the name cannot be one
	 */
	static OperationTarget of(String operation) {
		OperationTarget cached = CACHE.get(operation);
		if (cached != null) {
			return cached;
		}
		OperationTarget target = create(operation);
		if (CACHE.size() < MAX_CACHED) {
			CACHE.put(operation, target);
		}
		return target;
	}

	private static OperationTarget create(String operation) {
		if (!NAME.matcher(operation).matches()) {
			throw new IllegalArgumentException(
					"'" + operation + "' is no operation's name: letters, digits and . _ - are allowed");
		}
		int dot = operation.lastIndexOf('.');
		String name = operation.substring(dot + 1);
		if (operation.startsWith(STREAMS) || STREAMS_OPERATIONS.contains(operation)) {
			return new OperationTarget(name, (dot >= 0) ? operation : STREAMS + name, ServiceKind.STREAMS);
		}
		ServiceKind service = name.equals("SearchVectors") ? ServiceKind.SEARCH_VECTORS : ServiceKind.DYNAMODB;
		return new OperationTarget(name, (dot >= 0) ? operation : DYNAMODB + name, service);
	}

}
