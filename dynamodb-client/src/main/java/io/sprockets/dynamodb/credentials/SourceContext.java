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
 * @param allowInsecureHttp whether the endpoints set for services may be {@code http} on
 * another machine ({@code dynamodb.allow-insecure-http})
 */
public record SourceContext(AwsEnvironment environment, CredentialsExchange exchange, Clock clock,
		boolean allowInsecureHttp) {

	/**
	 * Creates a context whose services are called over TLS.
	 */
	public SourceContext(AwsEnvironment environment, CredentialsExchange exchange, Clock clock) {
		this(environment, exchange, clock, false);
	}

}
