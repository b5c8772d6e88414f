/**
 * Credentials that a program prints.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.process;

import org.jspecify.annotations.NullMarked;
