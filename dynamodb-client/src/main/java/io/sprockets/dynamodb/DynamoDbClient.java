package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.execution.ClientStatistics;
import io.sprockets.dynamodb.model.TableDescription;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A reactive DynamoDB client. Everything is lazy: nothing is looked up, encoded or sent
 * before subscription, and every failure arrives as a
 * {@link io.sprockets.dynamodb.error.DynamoDbException} through the publisher. Safe for
 * use by any number of threads; made once and shared.
 */
public interface DynamoDbClient extends AutoCloseable {

	/**
	 * Reads one item by its primary key.
	 */
	GetItemSpec<Map<String, @Nullable Object>> getItem(String tableName);

	/**
	 * Stores an item.
	 */
	PutItemSpec<Map<String, @Nullable Object>> putItem(String tableName);

	/**
	 * Changes attributes of an item.
	 */
	UpdateItemSpec<Map<String, @Nullable Object>> updateItem(String tableName);

	/**
	 * Removes an item.
	 */
	DeleteItemSpec<Map<String, @Nullable Object>> deleteItem(String tableName);

	/**
	 * Reads the items of one partition.
	 */
	QuerySpec<Map<String, @Nullable Object>> query(String tableName);

	/**
	 * Reads every item of a table or index.
	 */
	ScanSpec<Map<String, @Nullable Object>> scan(String tableName);

	/**
	 * Reads many items by their primary keys.
	 */
	BatchGetItemSpec<Map<String, @Nullable Object>> batchGet();

	/**
	 * Stores and removes many items.
	 */
	BatchWriteItemSpec batchWrite();

	/**
	 * Makes a table.
	 */
	CreateTableSpec createTable(String tableName);

	/**
	 * Makes a table from a definition as the service's API reference has it.
	 * @param definition the request's members by their names on the wire
	 */
	Mono<TableDescription> createTable(Map<String, ? extends @Nullable Object> definition);

	/**
	 * Changes a table.
	 */
	UpdateTableSpec updateTable(String tableName);

	/**
	 * Changes a table by a definition as the service's API reference has it.
	 * @param definition the request's members by their names on the wire
	 */
	Mono<TableDescription> updateTable(Map<String, ? extends @Nullable Object> definition);

	/**
	 * Removes a table with all its items.
	 * @return the table as it was described last
	 */
	Mono<TableDescription> deleteTable(String tableName);

	/**
	 * Describes a table.
	 */
	Mono<TableDescription> describeTable(String tableName);

	/**
	 * Lists the names of tables.
	 */
	ListTablesSpec listTables();

	/**
	 * Calls any operation by name, with a body of wire JSON as maps, lists and plain
	 * values.
	 * @param operation the operation's name, known to this client or not; operations of
	 * DynamoDB Streams go to its endpoint. A name with a dot is taken as the whole
	 * {@code X-Amz-Target}.
	 * @return the answer as it is on the wire
	 */
	Mono<JsonNode> execute(String operation, Map<String, ? extends @Nullable Object> body);

	/**
	 * Calls any operation by name, with a JSON tree as it is on the wire.
	 */
	Mono<JsonNode> execute(String operation, JsonNode body);

	/**
	 * Calls any operation by name, with the request's bytes as they are, and gives the
	 * answer's bytes as they are. Answers with an error status are given too, after the
	 * usual retries; only what is not an answer is an error.
	 */
	Mono<RawResponse> execute(String operation, byte[] body);

	/**
	 * Returns how the client has fared so far, for meters.
	 */
	ClientStatistics statistics();

	/**
	 * Closes the client: refuses new calls, lets those in flight end within
	 * {@link DynamoDbClientBuilder#closeTimeout}, then ends them with
	 * {@link io.sprockets.dynamodb.error.ClientClosedException}. Waits for that, but on a
	 * thread of Reactor's that must not block.
	 */
	@Override
	void close();

	/**
	 * Closes the client likewise, at subscription and without blocking.
	 * @return completes when it is closed
	 */
	Mono<Void> closeLater();

	/**
	 * Creates a client that finds region and credentials in its environment.
	 */
	static DynamoDbClient create() {
		return builder().build();
	}

	/**
	 * Returns a builder.
	 */
	static DynamoDbClientBuilder builder() {
		return new DefaultDynamoDbClientBuilder();
	}

}
