/**
 * Where access keys come from, without blocking a thread.
 */
@NullMarked
package io.sprockets.dynamodb.credentials;

import org.jspecify.annotations.NullMarked;
