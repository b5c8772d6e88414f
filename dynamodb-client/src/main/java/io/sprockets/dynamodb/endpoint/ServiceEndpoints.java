package io.sprockets.dynamodb.endpoint;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.sprockets.dynamodb.error.EndpointConfigurationException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.Profile;
import io.sprockets.dynamodb.profile.ProfileSet;
import org.jspecify.annotations.Nullable;

/**
 * What environment and profile say about the endpoints of AWS's services other than
 * DynamoDB: those that give credentials.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">
 * Service-specific endpoints</a>
 */
public final class ServiceEndpoints {

	private final AwsEnvironment environment;

	private final @Nullable ProfileSet profiles;

	private final boolean allowInsecureHttp;

	/**
	 * Creates endpoints.
	 * @param profiles the profile in use, {@code null} to go by the environment alone
	 * @param allowInsecureHttp whether they may be {@code http} on another machine
	 */
	public ServiceEndpoints(AwsEnvironment environment, @Nullable ProfileSet profiles, boolean allowInsecureHttp) {
		this.environment = environment;
		this.profiles = profiles;
		this.allowInsecureHttp = allowInsecureHttp;
	}

	/**
	 * Returns the endpoint that is set for a service in place of the region's own,
	 * {@code null} if none is, or those that are set are to be ignored.
	 * @param service the service's identifier in settings, such as {@code sso_oidc}
	 * @throws EndpointConfigurationException if it is not a URL that requests can go to,
	 * or one that they must not go to
	 */
	public @Nullable URI override(String service) {
		if (isSet("aws.ignoreConfiguredEndpointUrls", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
				"ignore_configured_endpoint_urls")) {
			return null;
		}
		URI override = overrideInEnvironment(camelCase(service), "_" + service.toUpperCase(Locale.ROOT));
		if (override == null) {
			override = overrideInEnvironment("", "");
		}
		if (override == null && this.profiles != null) {
			override = overrideInProfile(service, this.profiles);
		}
		return override;
	}

	private @Nullable URI overrideInEnvironment(String propertySuffix, String variableSuffix) {
		String property = "aws.endpointUrl" + propertySuffix;
		String value = this.environment.property(property);
		if (value != null) {
			return EndpointOverride.parse("System property " + property, value, this.allowInsecureHttp);
		}
		String variable = "AWS_ENDPOINT_URL" + variableSuffix;
		value = this.environment.variable(variable);
		return (value != null)
				? EndpointOverride.parse("Environment variable " + variable, value, this.allowInsecureHttp) : null;
	}

	private static String camelCase(String service) {
		return Arrays.stream(service.split("_"))
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
	}

	private @Nullable URI overrideInProfile(String service, ProfileSet profiles) {
		Profile services = profiles.services();
		URI override = (services != null) ? override(services, service + ".endpoint_url") : null;
		return (override != null) ? override : override(profiles.selected(), "endpoint_url");
	}

	private @Nullable URI override(Profile profile, String property) {
		String value = profile.property(property);
		return (value != null) ? EndpointOverride.parse("Property " + property + " of " + profile.description(), value,
				this.allowInsecureHttp) : null;
	}

	/**
	 * Returns whether endpoints with FIPS 140 cryptography are wanted.
	 */
	public boolean isFips() {
		return isSet("aws.useFipsEndpoint", "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
	}

	/**
	 * Returns whether endpoints with IPv6 addresses are wanted.
	 */
	public boolean isDualStack() {
		return isSet("aws.useDualstackEndpoint", "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
	}

	private boolean isSet(String property, String variable, String profileProperty) {
		String value = this.environment.property(property);
		if (value == null) {
			value = this.environment.variable(variable);
		}
		if (value == null && this.profiles != null) {
			value = this.profiles.selected().property(profileProperty);
		}
		return value != null && value.strip().equalsIgnoreCase("true");
	}

	/**
	 * Returns the region to ask in, {@code null} if nothing tells it: that of the
	 * environment, then that of the given profile, then that of the one in use.
	 * @throws EndpointConfigurationException if what is set cannot be a region
	 */
	public @Nullable String region(@Nullable Profile profile) {
		String region = RegionLookup.inEnvironment(this.environment);
		if (region == null && profile != null) {
			region = RegionLookup.in(profile);
		}
		return (region == null && this.profiles != null) ? RegionLookup.in(this.profiles.selected()) : region;
	}

}
