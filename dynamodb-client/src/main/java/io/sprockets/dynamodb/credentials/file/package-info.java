/**
 * Small files that hold tokens.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.file;

import org.jspecify.annotations.NullMarked;
