package io.sprockets.dynamodb.transport;

import io.sprockets.dynamodb.DynamoDbClientBuilder;

/**
 * The two ways an exchange goes: through WebClient's functional core, or through a whole
 * WebClient as soon as somebody shapes it.
 */
enum ExchangeKind {

	FUNCTIONAL {

		@Override
		DynamoDbClientBuilder of(DynamoDbClientBuilder builder) {
			return builder;
		}

	},

	FLUENT {

		@Override
		DynamoDbClientBuilder of(DynamoDbClientBuilder builder) {
			return builder.webClient((webClient) -> webClient.defaultHeader("X-Shaped", "yes"));
		}

	};

	abstract DynamoDbClientBuilder of(DynamoDbClientBuilder builder);

}
