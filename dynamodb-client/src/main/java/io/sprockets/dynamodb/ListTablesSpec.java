package io.sprockets.dynamodb;

import reactor.core.publisher.Flux;

/**
 * ListTables: the names of the account's tables in the region. Pages are fetched as the
 * subscriber asks for names. Immutable: every step returns a new spec.
 */
public interface ListTablesSpec {

	/**
	 * Begins after a table.
	 */
	ListTablesSpec startTableName(String exclusiveStartTableName);

	/**
	 * Limits how many names one page has, 1 to 100; 100 by default.
	 */
	ListTablesSpec limit(int namesPerPage);

	/**
	 * Gives all names.
	 */
	Flux<String> all();

	/**
	 * Gives the pages one by one.
	 */
	Flux<TableNames> pages();

}
