/**
 * A server that answers as DynamoDB does, at next to no cost.
 */
@NullMarked
package io.sprockets.dynamodb.benchmarks.stub;

import org.jspecify.annotations.NullMarked;
