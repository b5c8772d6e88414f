package io.sprockets.dynamodb.boot.autoconfigure;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Shapes the WebClient of the DynamoDB client, and no other: filters, headers, codecs.
 * Beans of this type are called in their order. The application's
 * {@code WebClientCustomizer}s are not, since they would alter signed requests.
 */
@FunctionalInterface
public interface DynamoDbWebClientCustomizer {

	/**
	 * Customizes the WebClient's builder.
	 */
	void customize(WebClient.Builder builder);

}
