package io.sprockets.dynamodb.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The order book as its callers see it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMetrics(export = true)
class OrderBookIntegrationTests {

	private static final List<Map<String, Object>> LINES = List
		.of(Map.of("article", "tea", "quantity", 2, "price", 4.2));

	private final String customer = UUID.randomUUID().toString();

	private WebTestClient http;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + port)
			.responseTimeout(Duration.ofSeconds(20))
			.build();
	}

	@Test
	void aPlacedOrderCanBeRead() {
		Order placed = place(null);
		assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);
		assertThat(placed.total()).isEqualByComparingTo("8.4");
		Order read = this.http.get()
			.uri(path(placed))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Order.class)
			.returnResult()
			.getResponseBody();
		assertThat(read).usingRecursiveComparison()
			.withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
			.isEqualTo(placed);
	}

	@Test
	void theSameOrderTwiceIsAConflict() {
		place("twice");
		this.http.post()
			.uri("/customers/{c}/orders", this.customer)
			.bodyValue(Map.of("orderId", "twice", "lines", LINES))
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo(409);
	}

	@Test
	void anUnknownOrderIsNotFound() {
		this.http.get().uri("/customers/{c}/orders/none", this.customer).exchange().expectStatus().isNotFound();
		this.http.patch()
			.uri("/customers/{c}/orders/none", this.customer)
			.bodyValue(new ChangeStatus(OrderStatus.PLACED, OrderStatus.PAID))
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void anOrderWithoutLinesIsABadRequest() {
		this.http.post()
			.uri("/customers/{c}/orders", this.customer)
			.bodyValue(Map.of("lines", List.of()))
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void aLimitOutOfRangeIsABadRequest() {
		this.http.get().uri("/customers/{c}/orders?limit=0", this.customer).exchange().expectStatus().isBadRequest();
	}

	@Test
	void ordersArePagedNewestFirst() {
		List<String> placed = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			placed.add(place("2026112" + i + "T000000000-" + i).orderId());
		}
		List<String> listed = new ArrayList<>();
		String after = null;
		int pages = 0;
		do {
			OrderPage page = page("/customers/{c}/orders?limit=2" + ((after != null) ? "&after=" + after : ""),
					this.customer);
			page.orders().forEach((order) -> listed.add(order.orderId()));
			after = page.next();
			pages++;
		}
		while (after != null);
		assertThat(listed).containsExactlyElementsOf(reversed(placed));
		assertThat(pages).isEqualTo(3);
	}

	@Test
	void ordersAreListedByDateRange() {
		place("20260101T120000000-a");
		place("20260102T120000000-b");
		place("20260103T120000000-c");
		OrderPage page = page("/customers/{c}/orders?from=2026-01-01&to=2026-01-02", this.customer);
		assertThat(page.orders()).extracting(Order::orderId)
			.containsExactly("20260102T120000000-b", "20260101T120000000-a");
	}

	@Test
	void todaysOrderIsInTodaysRange() {
		Order placed = place(null);
		LocalDate today = placed.placedAt().atZone(ZoneOffset.UTC).toLocalDate();
		OrderPage page = page("/customers/{c}/orders?from={d}&to={d}", this.customer, today, today);
		assertThat(page.orders()).extracting(Order::orderId).containsExactly(placed.orderId());
	}

	@Test
	void aStatusChangesOnlyFromTheExpectedOne() {
		Order placed = place(null);
		change(placed, OrderStatus.PLACED, OrderStatus.PAID).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("PAID");
		change(placed, OrderStatus.PLACED, OrderStatus.SHIPPED).expectStatus().isEqualTo(HttpStatus.CONFLICT);
	}

	@Test
	void onlyAPlacedOrderCanBeCancelled() {
		Order placed = place(null);
		this.http.delete()
			.uri(path(placed))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("CANCELLED");
		this.http.delete().uri(path(placed)).exchange().expectStatus().isEqualTo(HttpStatus.CONFLICT);
	}

	@Test
	void ordersAreFoundByStatus() {
		Order placed = place(null);
		change(placed, OrderStatus.PLACED, OrderStatus.SHIPPED).expectStatus().isOk();
		OrderPage page = page("/orders?status=SHIPPED&limit=1");
		assertThat(page.orders()).extracting(Order::status).containsExactly(OrderStatus.SHIPPED);
		List<String> found = new ArrayList<>();
		page.orders().forEach((order) -> found.add(order.orderId()));
		for (String next = page.next(); next != null; next = page.next()) {
			page = page("/orders?status=SHIPPED&limit=1&after={after}", next);
			page.orders().forEach((order) -> found.add(order.orderId()));
		}
		assertThat(found).contains(placed.orderId()).doesNotHaveDuplicates();
	}

	@Test
	void everyOperationIsTimed() {
		place(null);
		this.http.get()
			.uri("/actuator/metrics/dynamodb.client.operations?tag=operation:PutItem&tag=table:Orders")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.measurements[?(@.statistic == 'COUNT')].value")
			.isNotEmpty();
		String prometheus = this.http.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(prometheus).contains("dynamodb_client_operations_seconds_count{")
			.contains("dynamodb_client_attempts_seconds_count{")
			.contains("operation=\"PutItem\"");
	}

	@Test
	void healthIsUp() {
		this.http.get()
			.uri("/actuator/health")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("UP");
	}

	private Order place(String orderId) {
		Map<String, Object> body = (orderId != null) ? Map.of("orderId", orderId, "lines", LINES)
				: Map.of("lines", LINES);
		Order placed = this.http.post()
			.uri("/customers/{c}/orders", this.customer)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(Order.class)
			.returnResult()
			.getResponseBody();
		assertThat(placed).isNotNull();
		return placed;
	}

	private WebTestClient.ResponseSpec change(Order order, OrderStatus from, OrderStatus to) {
		return this.http.patch().uri(path(order)).bodyValue(new ChangeStatus(from, to)).exchange();
	}

	private OrderPage page(String uri, Object... variables) {
		OrderPage page = this.http.get()
			.uri(uri, variables)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(OrderPage.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).isNotNull();
		return page;
	}

	private static List<String> reversed(List<String> list) {
		List<String> reversed = new ArrayList<>(list);
		Collections.reverse(reversed);
		return reversed;
	}

	private static String path(Order order) {
		return "/customers/" + order.customerId() + "/orders/" + order.orderId();
	}

}
