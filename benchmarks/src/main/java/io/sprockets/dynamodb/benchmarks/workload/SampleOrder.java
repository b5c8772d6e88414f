package io.sprockets.dynamodb.benchmarks.workload;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The order that is stored, in each form that a client takes. Made once: what the
 * application does before its call is not measured.
 */
public final class SampleOrder {

	public static final String CUSTOMER_ID = "c-2718281828";

	public static final String ORDER_ID = "20261124T024709102-ccee535e";

	private static final Order ORDER = new Order(CUSTOMER_ID, ORDER_ID, "PLACED", "2026-11-24T02:47:09.102Z",
			new BigDecimal("128.45"), "EUR", 3, 2.75, true, false, Set.of("express", "fragile", "returning"),
			new Order.Address("Ada Lovelace", "12 St James's Square", "London", "GB"),
			List.of(new Order.Line("tea-darjeeling-250g", 4, new BigDecimal("12.90")),
					new Order.Line("teapot-cast-iron-1l", 1, new BigDecimal("76.85"))),
			"Leave it with the neighbour on the ground floor if nobody opens, and ring twice, please; "
					+ "the bell of the second door does not work.",
			1795402029L);

	private SampleOrder() {
	}

	public static Order asRecord() {
		return ORDER;
	}

	public static OrderBean asBean() {
		return OrderBean.of(ORDER);
	}

	public static Map<String, AttributeValue> asAttributeValues() {
		return TableSchema.fromBean(OrderBean.class).itemToMap(asBean(), true);
	}

	public static Map<String, Object> asMap() {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("customerId", ORDER.customerId());
		item.put("orderId", ORDER.orderId());
		item.put("status", ORDER.status());
		item.put("placedAt", ORDER.placedAt());
		item.put("total", ORDER.total());
		item.put("currency", ORDER.currency());
		item.put("revision", ORDER.revision());
		item.put("weight", ORDER.weight());
		item.put("paid", ORDER.paid());
		item.put("gift", ORDER.gift());
		item.put("tags", ORDER.tags());
		item.put("address", asMap(ORDER.address()));
		item.put("lines", ORDER.lines().stream().map(SampleOrder::asMap).toList());
		item.put("note", ORDER.note());
		item.put("expiresAt", ORDER.expiresAt());
		return item;
	}

	private static Map<String, Object> asMap(Order.Address address) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", address.name());
		map.put("street", address.street());
		map.put("city", address.city());
		map.put("country", address.country());
		return map;
	}

	private static Map<String, Object> asMap(Order.Line line) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("article", line.article());
		map.put("quantity", line.quantity());
		map.put("price", line.price());
		return map;
	}

}
