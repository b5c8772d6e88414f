package io.sprockets.dynamodb;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.execution.PagedFlux;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * {@link ListTablesSpec} as a request.
 */
final class DefaultListTablesSpec implements ListTablesSpec {

	private final ClientOperations client;

	private final WireObject request;

	DefaultListTablesSpec(ClientOperations client, WireObject request) {
		this.client = client;
		this.request = request;
	}

	@Override
	public ListTablesSpec startTableName(String exclusiveStartTableName) {
		return with("ExclusiveStartTableName", exclusiveStartTableName);
	}

	@Override
	public ListTablesSpec limit(int namesPerPage) {
		return with("Limit", namesPerPage);
	}

	@Override
	public Flux<String> all() {
		return paged((page) -> page.tableNames().iterator());
	}

	@Override
	public Flux<TableNames> pages() {
		return paged((page) -> List.of(page).iterator());
	}

	private ListTablesSpec with(String member, Object value) {
		return new DefaultListTablesSpec(this.client, this.request.with(member, value));
	}

	private <T> Flux<T> paged(Function<TableNames, Iterator<T>> elements) {
		AnswerReader<TableNames> reader = this.client.codec().structure(TableNames.class);
		return new PagedFlux<>(
				(@Nullable String start) -> this.client.call("ListTables", List.of(),
						(start != null) ? this.request.with("ExclusiveStartTableName", start) : this.request, reader),
				TableNames::lastEvaluatedTableName, elements);
	}

}
