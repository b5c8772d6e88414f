package io.sprockets.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One key or write of a batch.
 *
 * @param tableName the table it belongs to
 * @param value the key or write as it is written
 * @param source the key or write as a caller knows it
 */
record BatchEntry(String tableName, Object value, Object source) {

	/**
	 * Cuts entries into chunks of a size, in order.
	 */
	static List<List<BatchEntry>> chunks(List<BatchEntry> entries, int size) {
		List<List<BatchEntry>> chunks = new ArrayList<>();
		for (int from = 0; from < entries.size(); from += size) {
			chunks.add(entries.subList(from, Math.min(from + size, entries.size())));
		}
		return chunks;
	}

	static Map<String, List<Object>> byTable(List<BatchEntry> entries) {
		Map<String, List<Object>> tables = new LinkedHashMap<>();
		entries.forEach(
				(entry) -> tables.computeIfAbsent(entry.tableName(), (name) -> new ArrayList<>()).add(entry.value()));
		return tables;
	}

	static Map<String, List<Object>> sourcesByTable(List<BatchEntry> entries) {
		Map<String, List<Object>> tables = new LinkedHashMap<>();
		entries.forEach(
				(entry) -> tables.computeIfAbsent(entry.tableName(), (name) -> new ArrayList<>()).add(entry.source()));
		return tables;
	}

	/**
	 * Returns the table, without key or write.
	 */
	@Override
	public String toString() {
		return "BatchEntry[" + this.tableName + "]";
	}

}
