/**
 * Auto-configuration of the DynamoDB client.
 */
@NullMarked
package io.sprockets.dynamodb.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
