/**
 * One HTTP exchange over WebClient, on an own connector and connection pool.
 */
@NullMarked
package io.sprockets.dynamodb.transport;

import org.jspecify.annotations.NullMarked;
