/**
 * What Micrometer is told of an operation and of each of its attempts.
 */
@NullMarked
package io.sprockets.dynamodb.observation;

import org.jspecify.annotations.NullMarked;
