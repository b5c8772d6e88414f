package io.sprockets.dynamodb.sample;

import java.time.Duration;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.ResourceInUseException;
import io.sprockets.dynamodb.error.ResourceNotFoundException;
import io.sprockets.dynamodb.model.Projection;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import io.sprockets.dynamodb.model.TableDescription;
import io.sprockets.dynamodb.model.TableStatus;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the table where it is missing, before the first request is served.
 */
@Component
class OrderTable implements SmartInitializingSingleton {

	static final String NAME = "Orders";

	static final String BY_STATUS = "byStatus";

	private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final DynamoDbClient dynamoDb;

	OrderTable(DynamoDbClient dynamoDb) {
		this.dynamoDb = dynamoDb;
	}

	@Override
	public void afterSingletonsInstantiated() {
		describe().onErrorResume(ResourceNotFoundException.class, (missing) -> create())
			.filter((table) -> table.tableStatus() == TableStatus.ACTIVE)
			.switchIfEmpty(awaitActive())
			.block(TIMEOUT);
	}

	private Mono<TableDescription> describe() {
		return this.dynamoDb.describeTable(NAME);
	}

	private Mono<TableDescription> create() {
		return this.dynamoDb.createTable(NAME)
			.partitionKey("customerId", ScalarAttributeType.S)
			.sortKey("orderId", ScalarAttributeType.S)
			.attribute("status", ScalarAttributeType.S)
			.globalSecondaryIndex(BY_STATUS, "status", "orderId", Projection.all())
			.execute()
			.onErrorResume(ResourceInUseException.class, (madeMeanwhile) -> describe());
	}

	private Mono<TableDescription> awaitActive() {
		return Mono.defer(this::describe)
			.filter((table) -> table.tableStatus() == TableStatus.ACTIVE)
			.repeatWhenEmpty((rounds) -> rounds.delayElements(POLL_INTERVAL));
	}

}
