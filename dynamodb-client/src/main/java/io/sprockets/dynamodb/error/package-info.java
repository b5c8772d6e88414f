/**
 * Everything that can go wrong, as one hierarchy of unchecked exceptions.
 */
@NullMarked
package io.sprockets.dynamodb.error;

import org.jspecify.annotations.NullMarked;
