/**
 * Credentials of IAM Identity Center, got with the token of an earlier login.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.sso;

import org.jspecify.annotations.NullMarked;
