/**
 * The order book of a shop: what an application on the starter looks like.
 */
@NullMarked
package io.sprockets.dynamodb.sample;

import org.jspecify.annotations.NullMarked;
