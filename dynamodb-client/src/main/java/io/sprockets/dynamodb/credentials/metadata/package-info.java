/**
 * Credentials that the machine or container gives to what runs on it.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.metadata;

import org.jspecify.annotations.NullMarked;
