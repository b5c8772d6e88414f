/**
 * The HTTP exchanges that sources of credentials make, apart from those with DynamoDB.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.exchange;

import org.jspecify.annotations.NullMarked;
