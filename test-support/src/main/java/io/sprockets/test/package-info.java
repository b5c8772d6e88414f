/**
 * Watches over every test of a module that has this one on its test classpath.
 */
@NullMarked
package io.sprockets.test;

import org.jspecify.annotations.NullMarked;
