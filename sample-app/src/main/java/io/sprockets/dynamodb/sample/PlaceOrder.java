package io.sprockets.dynamodb.sample;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sends to place an order.
 *
 * @param orderId the id to be given to it, made where absent; placing it twice is a
 * conflict
 * @param lines what is ordered
 */
public record PlaceOrder(@Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String orderId,
		@NotEmpty List<@Valid OrderLine> lines) {

}
