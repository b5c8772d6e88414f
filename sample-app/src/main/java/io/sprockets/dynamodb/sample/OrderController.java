package io.sprockets.dynamodb.sample;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders over HTTP.
 */
@RestController
class OrderController {

	private static final String ORDERS = "/customers/{customerId}/orders";

	private static final String ORDER = ORDERS + "/{orderId}";

	private final OrderRepository orders;

	private final Clock clock = Clock.systemUTC();

	OrderController(OrderRepository orders) {
		this.orders = orders;
	}

	@PostMapping(ORDERS)
	Mono<ResponseEntity<Order>> place(@PathVariable String customerId, @Valid @RequestBody PlaceOrder placed) {
		Instant now = this.clock.instant();
		String orderId = (placed.orderId() != null) ? placed.orderId() : OrderId.of(now);
		BigDecimal total = placed.lines().stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
		return this.orders.insert(new Order(customerId, orderId, OrderStatus.PLACED, placed.lines(), total, now))
			.map((order) -> ResponseEntity.created(URI.create("/customers/" + customerId + "/orders/" + orderId))
				.body(order));
	}

	@GetMapping(ORDER)
	Mono<Order> read(@PathVariable String customerId, @PathVariable String orderId) {
		return this.orders.find(customerId, orderId).switchIfEmpty(OrderNotFoundException.of(customerId, orderId));
	}

	@GetMapping(ORDERS)
	Mono<OrderPage> list(@PathVariable String customerId, @RequestParam(defaultValue = "2000-01-01") LocalDate from,
			@RequestParam(defaultValue = "2999-12-31") LocalDate to,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String after) {
		return this.orders.findByCustomer(customerId, from, to, limit, after);
	}

	@GetMapping("/orders")
	Mono<OrderPage> listByStatus(@RequestParam OrderStatus status,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable String after) {
		return this.orders.findByStatus(status, limit, after);
	}

	@PatchMapping(ORDER)
	Mono<Order> changeStatus(@PathVariable String customerId, @PathVariable String orderId,
			@Valid @RequestBody ChangeStatus change) {
		return this.orders.changeStatus(customerId, orderId, change.from(), change.to())
			.switchIfEmpty(OrderNotFoundException.of(customerId, orderId));
	}

	/**
	 * Cancels an order that is not on its way yet.
	 */
	@DeleteMapping(ORDER)
	Mono<Order> cancel(@PathVariable String customerId, @PathVariable String orderId) {
		return this.orders.changeStatus(customerId, orderId, OrderStatus.PLACED, OrderStatus.CANCELLED)
			.switchIfEmpty(OrderNotFoundException.of(customerId, orderId));
	}

}
