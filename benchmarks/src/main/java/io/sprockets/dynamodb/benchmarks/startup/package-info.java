/**
 * What the first call of a fresh application waits for.
 */
@NullMarked
package io.sprockets.dynamodb.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
