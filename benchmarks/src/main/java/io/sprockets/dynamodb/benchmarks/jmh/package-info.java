/**
 * The parts of a call under the microscope.
 */
@NullMarked
package io.sprockets.dynamodb.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
