/**
 * Update expressions made from attribute paths and values.
 */
@NullMarked
package io.sprockets.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
