/**
 * Keys that are there to be read: in system properties, variables, and profiles.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.keys;

import org.jspecify.annotations.NullMarked;
