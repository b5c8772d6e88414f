/**
 * Keeps a client busy and measures what that costs its process.
 */
@NullMarked
package io.sprockets.dynamodb.benchmarks.load;

import org.jspecify.annotations.NullMarked;
