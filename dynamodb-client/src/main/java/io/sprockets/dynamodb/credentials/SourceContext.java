package io.sprockets.dynamodb.credentials;

import java.time.Clock;

import io.sprockets.dynamodb.credentials.exchange.CredentialsExchange;
import io.sprockets.dynamodb.profile.AwsEnvironment;

/**
 * What sources of credentials share.
 *
 * @param environment environment variables and system properties
 * @param exchange makes their HTTP exchanges
 * @param clock tells whether something has expired
 */
public record SourceContext(AwsEnvironment environment, CredentialsExchange exchange, Clock clock) {
}
