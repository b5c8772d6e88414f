/**
 * The clients that are compared, each behind the same small interface.
 */
@NullMarked
package io.sprockets.dynamodb.benchmarks.client;

import org.jspecify.annotations.NullMarked;
