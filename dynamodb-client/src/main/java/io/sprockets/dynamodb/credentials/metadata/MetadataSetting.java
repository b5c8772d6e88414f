package io.sprockets.dynamodb.credentials.metadata;

import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the instance metadata client and its three names (AWS SDKs and Tools
 * Reference, "IMDS credential provider").
 *
 * @param systemProperty its name as a system property, or {@code null}
 * @param variable its name as an environment variable
 * @param profileProperty its name in the profile, or {@code null}
 */
record MetadataSetting(@Nullable String systemProperty, String variable, @Nullable String profileProperty) {

	static final MetadataSetting DISABLED = new MetadataSetting("aws.disableEc2Metadata", "AWS_EC2_METADATA_DISABLED",
			null);

	static final MetadataSetting V1_DISABLED = new MetadataSetting("aws.disableEc2MetadataV1",
			"AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled");

	static final MetadataSetting ENDPOINT = new MetadataSetting("aws.ec2MetadataServiceEndpoint",
			"AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint");

	static final MetadataSetting ENDPOINT_MODE = new MetadataSetting("aws.ec2MetadataServiceEndpointMode",
			"AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode");

	static final MetadataSetting TIMEOUT = new MetadataSetting("aws.ec2MetadataServiceTimeout",
			"AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout");

	static final MetadataSetting ATTEMPTS = new MetadataSetting(null, "AWS_METADATA_SERVICE_NUM_ATTEMPTS",
			"metadata_service_num_attempts");

	/**
	 * Finds the value where AWS's SDK for Java does: system property, environment
	 * variable, profile.
	 * @param profile the profile, or {@code null} to leave it out
	 * @return the value, {@code null} if there is none
	 */
	@Nullable Value find(AwsEnvironment environment, @Nullable Profile profile) {
		if (this.systemProperty != null) {
			Value value = value(environment.property(this.systemProperty), "system property " + this.systemProperty);
			if (value != null) {
				return value;
			}
		}
		Value value = value(environment.variable(this.variable), "environment variable " + this.variable);
		if (value != null || profile == null || this.profileProperty == null) {
			return value;
		}
		return value(profile.property(this.profileProperty),
				"property " + this.profileProperty + " of " + profile.description());
	}

	private static @Nullable Value value(@Nullable String text, String place) {
		return (text != null && !text.isBlank()) ? new Value(text.strip(), place) : null;
	}

	/**
	 * A value that was found.
	 *
	 * @param text the value
	 * @param place where, in words
	 */
	record Value(String text, String place) {

		boolean isTrue() {
			return this.text.equalsIgnoreCase("true");
		}

	}

}
