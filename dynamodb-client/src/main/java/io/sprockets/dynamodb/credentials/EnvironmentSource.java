package io.sprockets.dynamodb.credentials;

import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.StaticKeys.Values;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import reactor.core.publisher.Mono;

/**
 * Keys in system properties or in environment variables.
 */
final class EnvironmentSource implements CredentialsSource {

	private final String place;

	private final StaticKeys keys;

	private final Values values;

	private EnvironmentSource(String place, StaticKeys keys, Values values) {
		this.place = place;
		this.keys = keys;
		this.values = values;
	}

	static EnvironmentSource properties(AwsEnvironment environment) {
		return new EnvironmentSource("system properties", StaticKeys.SYSTEM_PROPERTIES, environment::property);
	}

	static EnvironmentSource variables(AwsEnvironment environment) {
		return new EnvironmentSource("environment variables", StaticKeys.ENVIRONMENT_VARIABLES, environment::variable);
	}

	@Override
	public Mono<Finding> look() {
		return Mono.fromCallable(() -> {
			AwsCredentials credentials = this.keys.read(this.place, this.values);
			return (credentials != null) ? new Found(credentials) : new Nothing(this.place + ": "
					+ this.keys.accessKeyId() + " and " + this.keys.secretAccessKey() + " are not set");
		});
	}

}
