/**
 * Whether a failed attempt is tried again, and when.
 */
@NullMarked
package io.sprockets.dynamodb.retry;

import org.jspecify.annotations.NullMarked;
