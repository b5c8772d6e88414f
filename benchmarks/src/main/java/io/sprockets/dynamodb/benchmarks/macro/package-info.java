/**
 * The comparison: clients in turn, rounds of them, and the table that comes of it.
 */
@NullMarked
package io.sprockets.dynamodb.benchmarks.macro;

import org.jspecify.annotations.NullMarked;
