/**
 * The one pipeline every operation runs through: observe, attempt, retry.
 */
@NullMarked
package io.sprockets.dynamodb.execution;

import org.jspecify.annotations.NullMarked;
