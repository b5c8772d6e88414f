package io.sprockets.dynamodb.sample;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * One article of an order.
 *
 * @param article what is ordered
 * @param quantity how many
 * @param price for one
 */
public record OrderLine(@NotBlank String article, @Positive int quantity, @NotNull @PositiveOrZero BigDecimal price) {

	BigDecimal total() {
		return this.price.multiply(BigDecimal.valueOf(this.quantity));
	}

}
