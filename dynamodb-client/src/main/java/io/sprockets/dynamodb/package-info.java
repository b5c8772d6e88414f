/**
 * What a user types: the client, its specs, results and pages.
 */
@NullMarked
package io.sprockets.dynamodb;

import org.jspecify.annotations.NullMarked;
