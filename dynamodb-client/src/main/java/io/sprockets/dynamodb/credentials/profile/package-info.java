/**
 * Credentials as a profile of the shared files tells where they are: keys, roles, logins,
 * commands, and chains of profiles.
 */
@NullMarked
package io.sprockets.dynamodb.credentials.profile;

import org.jspecify.annotations.NullMarked;
