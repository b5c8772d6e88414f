/**
 * A DynamoDB server inside of the application, for development.
 */
@NullMarked
package io.sprockets.dynamodb.boot.autoconfigure.embedded;

import org.jspecify.annotations.NullMarked;
