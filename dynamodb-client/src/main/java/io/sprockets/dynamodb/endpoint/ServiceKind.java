package io.sprockets.dynamodb.endpoint;

/**
 * The services that DynamoDB's operations are spread over, each with a host of its own.
 */
public enum ServiceKind {

	/**
	 * Tables and items.
	 */
	DYNAMODB("dynamodb"),

	/**
	 * DynamoDB Streams.
	 */
	STREAMS("streams.dynamodb"),

	/**
	 * The SearchVectors operation.
	 */
	SEARCH_VECTORS("search-dynamodb");

	private final String hostPrefix;

	ServiceKind(String hostPrefix) {
		this.hostPrefix = hostPrefix;
	}

	/**
	 * Returns the host in a region, as DynamoDB's endpoint rule set has it.
	 */
	String host(String region) {
		return this.hostPrefix + "." + region + "." + Partition.of(region).dnsSuffix();
	}

}
