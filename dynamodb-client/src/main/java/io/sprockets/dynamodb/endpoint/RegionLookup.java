package io.sprockets.dynamodb.endpoint;

import java.util.regex.Pattern;

import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.EndpointConfigurationException;
import io.sprockets.dynamodb.error.RegionNotFoundException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.Profile;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Looks for the region: configured, system property, environment variables, profile.
 */
final class RegionLookup {

	private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

	private final @Nullable String configured;

	private final AwsEnvironment environment;

	private final ProfileFiles profileFiles;

	RegionLookup(@Nullable String configured, AwsEnvironment environment, ProfileFiles profileFiles) {
		this.configured = (configured != null && !configured.isBlank()) ? configured : null;
		this.environment = environment;
		this.profileFiles = profileFiles;
	}

	/**
	 * Looks, in the profile only if nothing before it has a region.
	 * @return the result, or EndpointConfigurationException if what is configured cannot
	 * be a region, or an error of {@link ProfileFiles#load()}
	 */
	Mono<Result> look() {
		return Mono.defer(() -> {
			String region = withoutProfile();
			return (region != null) ? Mono.just(new Result(region, ""))
					: this.profileFiles.load().map(RegionLookup::inProfile);
		});
	}

	private @Nullable String withoutProfile() {
		if (this.configured != null) {
			return valid(this.configured, "dynamodb.region");
		}
		return inEnvironment(this.environment);
	}

	static @Nullable String inEnvironment(AwsEnvironment environment) {
		String region = environment.property("aws.region");
		if (region != null) {
			return valid(region, "System property aws.region");
		}
		for (String variable : new String[] { "AWS_REGION", "AWS_DEFAULT_REGION" }) {
			region = environment.variable(variable);
			if (region != null) {
				return valid(region, "Environment variable " + variable);
			}
		}
		return null;
	}

	private static Result inProfile(Profile profile) {
		return new Result(in(profile), profile.description());
	}

	static @Nullable String in(Profile profile) {
		String region = profile.property("region");
		return (region != null) ? valid(region, "Property region of " + profile.description()) : null;
	}

	private static String valid(String region, String setting) {
		if (!HOST_LABEL.matcher(region).matches()) {
			throw new EndpointConfigurationException(setting + " is not the name of a region: lower-case letters, "
					+ "digits and hyphens, such as eu-west-1. Correct it, or set dynamodb.region, which goes first");
		}
		return region;
	}

	/**
	 * What was found.
	 *
	 * @param region the region, {@code null} if there is none
	 * @param profile the profile that was looked at and where, empty if that was not
	 * needed
	 * @param instance why the EC2 instance has no region, empty if it was not asked
	 */
	record Result(@Nullable String region, String profile, String instance) {

		Result(@Nullable String region, String profile) {
			this(region, profile, "");
		}

		String required() {
			if (this.region == null) {
				throw new RegionNotFoundException("No AWS region is configured. Looked for dynamodb.region, "
						+ "system property aws.region, environment variables AWS_REGION and AWS_DEFAULT_REGION, "
						+ (this.instance.isEmpty() ? "and " : "") + "property region of " + this.profile
						+ (this.instance.isEmpty() ? "" : ", and EC2 instance metadata (" + this.instance + ")")
						+ ". Set one of them, such as dynamodb.region");
			}
			return this.region;
		}

		Result orElse(@Nullable String other) {
			return (this.region != null) ? this : new Result(other, this.profile);
		}

		/**
		 * Asks the instance if there is no region yet.
		 */
		Mono<Result> orOfInstance(Mono<String> instanceRegion) {
			return (this.region != null) ? Mono.just(this)
					: instanceRegion.map(this::orElse)
						.onErrorResume(DynamoDbConfigurationException.class,
								(ex) -> Mono.just(new Result(null, this.profile, String.valueOf(ex.getMessage()))))
						.defaultIfEmpty(this);
		}

	}

}
