/**
 * AWS Signature Version 4, for requests that are a POST to the root path.
 */
@NullMarked
package io.sprockets.dynamodb.signing;

import org.jspecify.annotations.NullMarked;
