/**
 * Meters of the DynamoDB client, besides its observations.
 */
@NullMarked
package io.sprockets.dynamodb.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
