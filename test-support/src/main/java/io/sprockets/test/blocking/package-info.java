/**
 * Finds threads that must not block and do.
 */
@NullMarked
package io.sprockets.test.blocking;

import org.jspecify.annotations.NullMarked;
