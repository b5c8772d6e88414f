package io.sprockets.dynamodb.credentials.keys;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.keys.StaticKeys.Values;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import reactor.core.publisher.Mono;

/**
 * Keys in system properties or in environment variables.
 */
public final class EnvironmentSource implements CredentialsSource {

	private final String place;

	private final StaticKeys keys;

	private final Values values;

	private EnvironmentSource(String place, StaticKeys keys, Values values) {
		this.place = place;
		this.keys = keys;
		this.values = values;
	}

	public static EnvironmentSource properties(AwsEnvironment environment) {
		return new EnvironmentSource("system properties", StaticKeys.SYSTEM_PROPERTIES, environment::property);
	}

	public static EnvironmentSource variables(AwsEnvironment environment) {
		return new EnvironmentSource("environment variables", StaticKeys.ENVIRONMENT_VARIABLES, environment::variable);
	}

	/**
	 * Returns both places as one, the properties before the variables.
	 */
	public static CredentialsSource both(AwsEnvironment environment) {
		CredentialsSource variables = variables(environment);
		return () -> properties(environment).look()
			.flatMap((finding) -> (finding instanceof Nothing nothing)
					? variables.look().map((other) -> joined(nothing, other)) : Mono.just(finding));
	}

	private static Finding joined(Nothing nothing, Finding other) {
		return (other instanceof Nothing also) ? new Nothing(nothing.reason() + "; " + also.reason()) : other;
	}

	@Override
	public Mono<Finding> look() {
		return Mono.fromCallable(() -> {
			AwsCredentials credentials = this.keys.read(this.place, this.values);
			return (credentials != null) ? new Found(credentials, true) : new Nothing(this.place + ": "
					+ this.keys.accessKeyId() + " and " + this.keys.secretAccessKey() + " are not set");
		});
	}

}
