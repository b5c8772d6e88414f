package io.sprockets.dynamodb;

import java.util.Collection;

import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.DynamoDbCodec;
import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.execution.Operation;
import io.sprockets.dynamodb.execution.OperationPipeline;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * What every spec needs of the client: the codec and the way to the service.
 */
final class ClientOperations {

	private final DynamoDbCodec codec;

	private final OperationPipeline pipeline;

	ClientOperations(DynamoDbCodec codec, OperationPipeline pipeline) {
		this.codec = codec;
		this.pipeline = pipeline;
	}

	DynamoDbCodec codec() {
		return this.codec;
	}

	OperationPipeline pipeline() {
		return this.pipeline;
	}

	<T> ItemType<T> type(Class<T> type) {
		return this.codec.items(type);
	}

	<T> ItemType<T> type(ParameterizedTypeReference<T> type) {
		return this.codec.items(type.getType());
	}

	<T> Mono<T> call(String operation, String tableName, WireObject request, AnswerReader<T> reader) {
		return this.pipeline.execute(new Operation<>(operation, tableName, () -> this.codec.write(request), reader));
	}

	<T> Mono<T> call(String operation, Collection<String> tableNames, WireObject request, AnswerReader<T> reader) {
		return this.pipeline.execute(new Operation<>(operation, tableNames, () -> this.codec.write(request), reader));
	}

}
