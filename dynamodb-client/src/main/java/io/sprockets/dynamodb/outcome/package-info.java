/**
 * What came of a write whose answer was lost.
 */
@NullMarked
package io.sprockets.dynamodb.outcome;

import org.jspecify.annotations.NullMarked;
