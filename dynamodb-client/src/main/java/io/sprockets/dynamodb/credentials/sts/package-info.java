/**
 * Credentials of a role, from AWS's Security Token Service.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.sts;

import org.jspecify.annotations.NullMarked;
