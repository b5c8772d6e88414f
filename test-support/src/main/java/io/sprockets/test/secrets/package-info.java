/**
 * Finds secrets in whatever the tests print, log or throw.
 */
@NullMarked
package io.sprockets.test.secrets;

import org.jspecify.annotations.NullMarked;
