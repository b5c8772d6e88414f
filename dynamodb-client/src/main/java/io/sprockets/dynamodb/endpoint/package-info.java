/**
 * From region, properties and environment to the host that is called.
 */
@NullMarked
package io.sprockets.dynamodb.endpoint;

import org.jspecify.annotations.NullMarked;
