package io.sprockets.dynamodb.boot.autoconfigure;

import io.sprockets.dynamodb.DynamoDbClientBuilder;

/**
 * Shapes the {@link DynamoDbClientBuilder} after the properties were applied. Beans of
 * this type are called in their order.
 */
@FunctionalInterface
public interface DynamoDbClientBuilderCustomizer {

	/**
	 * Customizes the builder.
	 */
	void customize(DynamoDbClientBuilder builder);

}
