package io.sprockets.dynamodb.sample;

import jakarta.validation.constraints.NotNull;

/**
 * A step of an order from one status to the next.
 *
 * @param from where it must stand
 * @param to where it shall stand
 */
public record ChangeStatus(@NotNull OrderStatus from, @NotNull OrderStatus to) {

}
