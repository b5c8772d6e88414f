package io.sprockets.dynamodb.credentials.metadata;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;

import io.sprockets.dynamodb.credentials.metadata.MetadataSetting.Value;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * How the instance metadata service is asked.
 *
 * @param endpoint its URL without a slash at the end
 * @param v1Disabled whether it must not be asked without a token
 * @param timeout how long each exchange may take
 * @param attempts how often bad answers are asked for, the first time included
 * @param silentAttempts how often is asked if there is no usable answer: once by default,
 * as there is none on machines outside of EC2
 */
record MetadataSettings(String endpoint, boolean v1Disabled, Duration timeout, int attempts, int silentAttempts) {

	private static final String IPV4 = "http://169.254.169.254";

	private static final String IPV6 = "http://[fd00:ec2::254]";

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

	private static final int DEFAULT_ATTEMPTS = 3;

	private static final int MOST = 100;

	/**
	 * Reads the settings.
	 * @throws DynamoDbConfigurationException if one is wrong
	 */
	static MetadataSettings read(AwsEnvironment environment, Profile profile) {
		Value v1Disabled = MetadataSetting.V1_DISABLED.find(environment, profile);
		Value timeout = MetadataSetting.TIMEOUT.find(environment, profile);
		Value attempts = MetadataSetting.ATTEMPTS.find(environment, profile);
		return new MetadataSettings(endpoint(environment, profile), v1Disabled != null && v1Disabled.isTrue(),
				(timeout != null) ? seconds(timeout) : DEFAULT_TIMEOUT,
				(attempts != null) ? count(attempts) : DEFAULT_ATTEMPTS, (attempts != null) ? count(attempts) : 1);
	}

	/**
	 * Returns what says that the service is not to be asked, {@code null} if nothing
	 * does.
	 */
	static @Nullable String disabledBy(AwsEnvironment environment) {
		Value disabled = MetadataSetting.DISABLED.find(environment, null);
		return (disabled != null && disabled.isTrue()) ? disabled.place() + " is true" : null;
	}

	private static String endpoint(AwsEnvironment environment, Profile profile) {
		Value endpoint = MetadataSetting.ENDPOINT.find(environment, profile);
		if (endpoint != null) {
			return url(endpoint);
		}
		Value mode = MetadataSetting.ENDPOINT_MODE.find(environment, profile);
		if (mode == null || mode.text().equalsIgnoreCase("IPv4")) {
			return IPV4;
		}
		if (mode.text().equalsIgnoreCase("IPv6")) {
			return IPV6;
		}
		throw wrong(mode, "must be IPv4 or IPv6, not '" + mode.text() + "'");
	}

	private static String url(Value value) {
		URI uri;
		try {
			uri = new URI(value.text());
		}
		catch (URISyntaxException ex) {
			throw wrong(value, "is not a valid URL");
		}
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		boolean http = scheme.equals("http") || scheme.equals("https");
		if (!http || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null
				|| uri.getRawFragment() != null) {
			throw wrong(value, "must be an http or https URL of host and port, such as " + IPV4);
		}
		return value.text().endsWith("/") ? value.text().substring(0, value.text().length() - 1) : value.text();
	}

	private static Duration seconds(Value value) {
		try {
			Duration duration = Duration.ofMillis(new BigDecimal(value.text()).movePointRight(3).longValueExact());
			if (!duration.isNegative() && !duration.isZero() && duration.toSeconds() <= MOST) {
				return duration;
			}
		}
		catch (ArithmeticException | NumberFormatException ex) {
			// Said below, for this and for what is out of range
		}
		throw wrong(value, "must be a number of seconds above 0 and up to " + MOST);
	}

	private static int count(Value value) {
		try {
			int count = Integer.parseInt(value.text());
			if (count >= 1 && count <= MOST) {
				return count;
			}
		}
		catch (NumberFormatException ex) {
			// Said below, for this and for what is out of range
		}
		throw wrong(value, "must be an integer from 1 to " + MOST);
	}

	private static DynamoDbConfigurationException wrong(Value value, String what) {
		String place = value.place();
		return new DynamoDbConfigurationException(
				Character.toUpperCase(place.charAt(0)) + place.substring(1) + " " + what);
	}

}
