/**
 * Java processes on processor cores of their own.
 */
@NullMarked
package io.sprockets.dynamodb.benchmarks.process;

import org.jspecify.annotations.NullMarked;
