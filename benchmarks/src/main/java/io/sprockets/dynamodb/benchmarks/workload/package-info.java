/**
 * What is asked of every client: the same operations on the same items.
 */
@NullMarked
package io.sprockets.dynamodb.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
