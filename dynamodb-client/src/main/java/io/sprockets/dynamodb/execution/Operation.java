package io.sprockets.dynamodb.execution;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One call to be made.
 *
 * @param name the operation's name, or a whole {@code X-Amz-Target} with a dot in it
 * @param tableNames the tables it names
 * @param body writes the request's body, at each subscription
 * @param reader reads the successful answer
 * @param <T> what the answer becomes
 */
public record Operation<T>(String name, Collection<String> tableNames, Supplier<RequestBody> body,
		AnswerReader<T> reader) {

	/**
	 * Creates a call on one table or none.
	 */
	public Operation(String name, @Nullable String tableName, Supplier<RequestBody> body, AnswerReader<T> reader) {
		this(name, (tableName != null) ? List.of(tableName) : List.of(), body, reader);
	}

}
