package io.sprockets.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.error.TransactionCanceledException;
import io.sprockets.dynamodb.error.UnknownOperationException;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import io.sprockets.dynamodb.model.StreamViewType;
import io.sprockets.dynamodb.test.OrdersTable;
import io.sprockets.dynamodb.test.TestDynamoDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.sprockets.dynamodb.test.OrdersTable.error;
import static io.sprockets.dynamodb.test.OrdersTable.run;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any operation by name: with maps, with trees, with bytes.
 */
class ExecuteIntegrationTests {

	private static final OrdersTable table = OrdersTable.create();

	private static final DynamoDbClient client = table.client();

	@AfterAll
	static void close() {
		table.close();
	}

	@Test
	void mapsAreTheWiresOwnJson() {
		run(client.execute("PutItem", Map.of("TableName", table.name(), "Item",
				Map.of("pk", Map.of("S", "map"), "sk", Map.of("N", "1"), "ok", Map.of("BOOL", true)))));
		JsonNode answer = value(client.execute("GetItem",
				Map.of("TableName", table.name(), "Key", Map.of("pk", Map.of("S", "map"), "sk", Map.of("N", "1")))));
		assertThat(answer.at("/Item/ok/BOOL").booleanValue()).isTrue();
	}

	@Test
	void treesAreTheWiresOwnJson() {
		JsonNode body = JsonMapper.shared().readTree("{\"TableName\":\"" + table.name() + "\"}");
		assertThat(value(client.execute("DescribeTable", body)).at("/Table/TableName").asString())
			.isEqualTo(table.name());
	}

	@Test
	void bytesAreLeftAsTheyAre() {
		String body = " {\n \"TableName\" : \"" + table.name() + "\" }  ";
		RawResponse response = value(client.execute("DescribeTable", body.getBytes(StandardCharsets.UTF_8)));
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.headers()).containsKey("X-AMZN-REQUESTID").containsKey("content-type");
		assertThat(JsonMapper.shared().readTree(response.body()).at("/Table/TableName").asString())
			.isEqualTo(table.name());
	}

	@Test
	void errorsOfBytesAreAnswersToo() {
		RawResponse response = value(client.execute("GetItem", "{}".getBytes(StandardCharsets.UTF_8)));
		assertThat(response.status()).isEqualTo(400);
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("ValidationException");
	}

	@Test
	void unknownOperationsAreTheServicesToRefuse() {
		error(client.execute("MakeTea", Map.of()), UnknownOperationException.class);
		assertThat(value(client.execute("MakeTea", new byte[] { '{', '}' })).status()).isEqualTo(400);
	}

	@Test
	void wholeTargetsAreTaken() {
		assertThat(value(client.execute("DynamoDB_20120810.ListTables", Map.of())).has("TableNames")).isTrue();
		assertThat(value(client.execute("DynamoDBStreams_20120810.ListStreams", Map.of())).has("Streams")).isTrue();
	}

	@Test
	void streamsAreRead() {
		String name = TestDynamoDb.tableName("streamed");
		run(client.createTable(name)
			.partitionKey("pk", ScalarAttributeType.S)
			.stream(StreamViewType.NEW_IMAGE)
			.execute());
		run(client.putItem(name).item(Map.of("pk", "a", "n", 1)).execute());
		JsonNode streams = value(client.execute("ListStreams", Map.of("TableName", name)));
		String arn = streams.at("/Streams/0/StreamArn").asString();
		JsonNode stream = value(client.execute("DescribeStream", Map.of("StreamArn", arn)));
		String shard = stream.at("/StreamDescription/Shards/0/ShardId").asString();
		JsonNode iterator = value(client.execute("GetShardIterator",
				Map.of("StreamArn", arn, "ShardId", shard, "ShardIteratorType", "TRIM_HORIZON")));
		JsonNode records = value(
				client.execute("GetRecords", Map.of("ShardIterator", iterator.get("ShardIterator").asString())));
		assertThat(records.at("/Records/0/dynamodb/NewImage/n/N").asString()).isEqualTo("1");
	}

	@Test
	void transactionsRunByName() {
		Map<String, Object> put = Map.of("Put",
				Map.of("TableName", table.name(), "Item", Map.of("pk", Map.of("S", "tx"), "sk", Map.of("N", "1")),
						"ConditionExpression", "attribute_not_exists(pk)"));
		run(client.execute("TransactWriteItems", Map.of("TransactItems", List.of(put))));
		TransactionCanceledException cancelled = error(
				client.execute("TransactWriteItems", Map.of("TransactItems", List.of(put))),
				TransactionCanceledException.class);
		assertThat(cancelled.cancellationReasons()).extracting("code").containsExactly("ConditionalCheckFailed");
	}

	@Test
	void failuresArriveThroughTheMono() {
		assertThat(error(client.execute("bad name\r\n", Map.of()), IllegalArgumentException.class))
			.hasMessageContaining("no operation's name");
	}

}
