/**
 * Credentials that are kept, and renewed before they end.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.refresh;

import org.jspecify.annotations.NullMarked;
