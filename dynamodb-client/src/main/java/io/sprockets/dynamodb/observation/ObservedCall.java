package io.sprockets.dynamodb.observation;

import java.util.Collection;

import io.micrometer.common.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * What calls have in common that share their tags.
 *
 * @param operation the operation's name
 * @param table the table's name or ARN as given, {@value #MULTIPLE} or {@code none}
 * @param attempt the attempt's number, 0 for the operation as a whole
 */
record ObservedCall(String operation, String table, int attempt) {

	static final String MULTIPLE = "multiple";

	private static final String ARN_TABLE = ":table/";

	static ObservedCall of(String operation, @Nullable String tableName) {
		return new ObservedCall(operation, (tableName != null) ? tableName : KeyValue.NONE_VALUE, 0);
	}

	static ObservedCall of(String operation, Collection<String> tableNames) {
		return switch (tableNames.size()) {
			case 0 -> of(operation, (String) null);
			case 1 -> of(operation, tableNames.iterator().next());
			default -> of(operation, MULTIPLE);
		};
	}

	boolean hasTable() {
		return !this.table.equals(KeyValue.NONE_VALUE);
	}

	boolean hasSeveralTables() {
		return this.table.equals(MULTIPLE);
	}

	ObservedCall withAttempt(int attempt) {
		return new ObservedCall(this.operation, this.table, attempt);
	}

	/**
	 * Returns the table part of {@code arn:aws:dynamodb:…:table/Orders/index/byStatus},
	 * or the given name as it is.
	 */
	static String tableName(String nameOrArn) {
		if (!nameOrArn.startsWith("arn:")) {
			return nameOrArn;
		}
		int marker = nameOrArn.indexOf(ARN_TABLE);
		if (marker < 0) {
			return nameOrArn;
		}
		int start = marker + ARN_TABLE.length();
		int end = nameOrArn.indexOf('/', start);
		return (end < 0) ? nameOrArn.substring(start) : nameOrArn.substring(start, end);
	}

}
