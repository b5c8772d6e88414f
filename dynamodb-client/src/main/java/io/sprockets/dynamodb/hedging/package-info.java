/**
 * Second requests of reads whose answers are late.
 */
@NullMarked
package io.sprockets.dynamodb.hedging;

import org.jspecify.annotations.NullMarked;
