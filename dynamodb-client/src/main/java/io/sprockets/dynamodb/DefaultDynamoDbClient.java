package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.DynamoDbCodec;
import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.RequestToken;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.execution.ClientStatistics;
import io.sprockets.dynamodb.execution.Operation;
import io.sprockets.dynamodb.execution.OperationPipeline;
import io.sprockets.dynamodb.expression.UpdateExpression;
import io.sprockets.dynamodb.model.TableDescription;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * The client: a codec and a pipeline, from which every spec starts.
 */
final class DefaultDynamoDbClient implements DynamoDbClient {

	private final DynamoDbCodec codec;

	private final OperationPipeline pipeline;

	private final ClientOperations operations;

	private final ItemType<Map<String, @Nullable Object>> plainItems;

	private final Mono<Void> closed;

	/**
	 * Creates a client.
	 * @param closing closes what only this client uses
	 */
	DefaultDynamoDbClient(DynamoDbCodec codec, OperationPipeline pipeline, Runnable closing) {
		this.codec = codec;
		this.pipeline = pipeline;
		this.operations = new ClientOperations(codec, pipeline);
		this.plainItems = codec.plainItems();
		this.closed = pipeline.closeLater().doFinally((signal) -> closing.run()).cache();
	}

	@Override
	public GetItemSpec<Map<String, @Nullable Object>> getItem(String tableName) {
		return new DefaultGetItemSpec<>(this.operations, table(tableName), this.plainItems);
	}

	@Override
	public PutItemSpec<Map<String, @Nullable Object>> putItem(String tableName) {
		return new DefaultPutItemSpec<>(this.operations, table(tableName), this.plainItems);
	}

	@Override
	public UpdateItemSpec<Map<String, @Nullable Object>> updateItem(String tableName) {
		return new DefaultUpdateItemSpec<>(this.operations, table(tableName), UpdateExpression.EMPTY, this.plainItems);
	}

	@Override
	public DeleteItemSpec<Map<String, @Nullable Object>> deleteItem(String tableName) {
		return new DefaultDeleteItemSpec<>(this.operations, table(tableName), this.plainItems);
	}

	@Override
	public QuerySpec<Map<String, @Nullable Object>> query(String tableName) {
		return new DefaultQuerySpec<>(this.operations, table(tableName), this.plainItems);
	}

	@Override
	public ScanSpec<Map<String, @Nullable Object>> scan(String tableName) {
		return new DefaultScanSpec<>(this.operations, table(tableName), this.plainItems);
	}

	@Override
	public BatchGetItemSpec<Map<String, @Nullable Object>> batchGet() {
		return new DefaultBatchGetItemSpec<>(this.operations, List.of(), WireObject.EMPTY, WireObject.EMPTY,
				this.plainItems);
	}

	@Override
	public BatchWriteItemSpec batchWrite() {
		return new DefaultBatchWriteItemSpec(this.operations, List.of(), WireObject.EMPTY);
	}

	@Override
	public CreateTableSpec createTable(String tableName) {
		return new DefaultCreateTableSpec(this.operations, table(tableName));
	}

	@Override
	public Mono<TableDescription> createTable(Map<String, ? extends @Nullable Object> definition) {
		return json("CreateTable", definition, this.codec.member("TableDescription", TableDescription.class));
	}

	@Override
	public UpdateTableSpec updateTable(String tableName) {
		return new DefaultUpdateTableSpec(this.operations, table(tableName));
	}

	@Override
	public Mono<TableDescription> updateTable(Map<String, ? extends @Nullable Object> definition) {
		return json("UpdateTable", definition, this.codec.member("TableDescription", TableDescription.class));
	}

	@Override
	public Mono<TableDescription> deleteTable(String tableName) {
		return this.operations.call("DeleteTable", tableName, table(tableName),
				this.codec.member("TableDescription", TableDescription.class));
	}

	@Override
	public Mono<TableDescription> describeTable(String tableName) {
		return this.operations.call("DescribeTable", tableName, table(tableName),
				this.codec.member("Table", TableDescription.class));
	}

	@Override
	public ListTablesSpec listTables() {
		return new DefaultListTablesSpec(this.operations, WireObject.EMPTY);
	}

	@Override
	public Mono<JsonNode> execute(String operation, Map<String, ? extends @Nullable Object> body) {
		return json(operation, body, this.codec.trees());
	}

	@Override
	public Mono<JsonNode> execute(String operation, JsonNode body) {
		JsonNode tableName = body.get("TableName");
		return this.pipeline.execute(
				new Operation<>(operation, (tableName != null && tableName.isString()) ? tableName.asString() : null,
						() -> this.codec.writeJson(RequestToken.added(operation, body)), this.codec.trees()));
	}

	@Override
	public Mono<RawResponse> execute(String operation, byte[] body) {
		return this.pipeline.exchange(operation, body)
			.map((answer) -> new RawResponse(answer.status(), answer.headers(), answer.body()))
			.onErrorResume(DynamoDbServiceException.class,
					(failed) -> Mono.just(new RawResponse(failed.statusCode(), failed.headers(), failed.rawBody())));
	}

	@Override
	public ClientStatistics statistics() {
		return this.pipeline.statistics();
	}

	@Override
	public void close() {
		if (Schedulers.isInNonBlockingThread()) {
			closeLater().subscribe();
		}
		else {
			closeLater().block();
		}
	}

	@Override
	public Mono<Void> closeLater() {
		return this.closed;
	}

	private <T> Mono<T> json(String operation, Map<String, ? extends @Nullable Object> body, AnswerReader<T> reader) {
		return this.pipeline
			.execute(new Operation<>(operation, (body.get("TableName") instanceof String tableName) ? tableName : null,
					() -> this.codec.writeJson(RequestToken.added(operation, body)), reader));
	}

	private static WireObject table(String tableName) {
		return WireObject.of("TableName", tableName);
	}

}
