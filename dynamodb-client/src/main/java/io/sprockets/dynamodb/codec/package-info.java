/**
 * Between Java objects and DynamoDB's typed JSON, streaming, with Jackson as the engine.
 */
@NullMarked
package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.NullMarked;
