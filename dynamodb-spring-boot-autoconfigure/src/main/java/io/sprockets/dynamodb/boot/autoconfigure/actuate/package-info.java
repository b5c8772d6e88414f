/**
 * What Actuator's endpoints must not show.
 */
@NullMarked
package io.sprockets.dynamodb.boot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
