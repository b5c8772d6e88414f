/**
 * DynamoDB's own data types: attribute values, table structures, capacity. No Spring, no
 * Jackson.
 */
@NullMarked
package io.sprockets.dynamodb.model;

import org.jspecify.annotations.NullMarked;
