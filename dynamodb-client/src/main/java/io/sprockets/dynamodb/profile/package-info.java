/**
 * The environment and the files that AWS's tools share: variables, properties, config and
 * credentials file.
 */
@NullMarked
package io.sprockets.dynamodb.profile;

import org.jspecify.annotations.NullMarked;
