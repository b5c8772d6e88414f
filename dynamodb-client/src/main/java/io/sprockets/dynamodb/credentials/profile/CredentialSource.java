package io.sprockets.dynamodb.credentials.profile;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.keys.EnvironmentSource;
import io.sprockets.dynamodb.credentials.metadata.ContainerSource;
import io.sprockets.dynamodb.credentials.metadata.InstanceMetadataSource;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.Profile;

/**
 * The places that {@code credential_source} can name.
 */
enum CredentialSource {

	ENVIRONMENT("Environment") {

		@Override
		CredentialsSource source(PlanContext context) {
			return EnvironmentSource.both(context.sources().environment());
		}

	},

	ECS_CONTAINER("EcsContainer") {

		@Override
		CredentialsSource source(PlanContext context) {
			return new ContainerSource(context.sources());
		}

	},

	EC2_INSTANCE_METADATA("Ec2InstanceMetadata") {

		@Override
		CredentialsSource source(PlanContext context) {
			return new InstanceMetadataSource(context.sources(), context.files());
		}

	};

	private final String text;

	CredentialSource(String text) {
		this.text = text;
	}

	abstract CredentialsSource source(PlanContext context);

	/**
	 * Returns the place of a name, in any case.
	 * @throws DynamoDbConfigurationException if there is none
	 */
	static CredentialSource of(String name, Profile profile) {
		return Arrays.stream(values())
			.filter((source) -> source.text.equalsIgnoreCase(name.strip()))
			.findFirst()
			.orElseThrow(() -> new DynamoDbConfigurationException(
					"credential_source of " + profile.description() + " is '" + name + "', but can only be "
							+ Arrays.stream(values()).map((source) -> source.text).collect(Collectors.joining(", "))));
	}

}
