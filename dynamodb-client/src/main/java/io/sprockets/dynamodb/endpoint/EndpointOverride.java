package io.sprockets.dynamodb.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import io.sprockets.dynamodb.error.EndpointConfigurationException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that someone configured, in place of the region's own.
 */
final class EndpointOverride {

	/**
	 * Ours first, then AWS's own two, the narrower before the wider (AWS SDKs and Tools
	 * Reference, "Service-specific endpoints").
	 */
	private static final String[] VARIABLES = { "DYNAMODB_ENDPOINT", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL" };

	private static final int MAX_PORT = 65535;

	private final String setting;

	private EndpointOverride(String setting) {
		this.setting = setting;
	}

	/**
	 * Returns the override at its server's root, {@code null} if there is none.
	 * @param allowInsecureHttp whether it may be {@code http} on another machine
	 * @throws EndpointConfigurationException if it is not a URL that DynamoDB can be at,
	 * or one at which it must not be called
	 */
	static @Nullable URI find(@Nullable URI configured, boolean allowInsecureHttp, AwsEnvironment environment) {
		if (configured != null) {
			EndpointOverride override = new EndpointOverride("dynamodb.endpoint");
			return override.secure(override.root(configured), allowInsecureHttp);
		}
		for (String variable : VARIABLES) {
			String value = environment.variable(variable);
			if (value != null) {
				return parse("Environment variable " + variable, value, allowInsecureHttp);
			}
		}
		return null;
	}

	/**
	 * Refuses to send items, tokens, and signatures that others could use for minutes,
	 * through a network where anyone can read and change them.
	 */
	private URI secure(URI root, boolean allowInsecureHttp) {
		String host = root.getHost();
		refuse(!allowInsecureHttp && root.getScheme().equals("http") && !LocalHost.is(host),
				"is plain http to host " + host + ", which is not this machine. Use https; where the network in "
						+ "between is trusted, such as that of a container beside this one, "
						+ "set dynamodb.allow-insecure-http to true");
		return root;
	}

	/**
	 * Returns what a setting says at its server's root.
	 * @param allowInsecureHttp whether it may be {@code http} on another machine
	 * @throws EndpointConfigurationException if it is not a URL that requests can go to,
	 * or one that they must not go to
	 */
	static URI parse(String setting, String value, boolean allowInsecureHttp) {
		EndpointOverride override = new EndpointOverride(setting);
		try {
			return override.secure(override.root(new URI(value.strip())), allowInsecureHttp);
		}
		catch (URISyntaxException ex) {
			throw override.notAUrl();
		}
	}

	private URI root(URI uri) {
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		boolean http = scheme.equals("http") || scheme.equals("https");
		if (!http || uri.getRawAuthority() == null) {
			throw notAUrl();
		}
		refuse(uri.getRawAuthority().contains("@"), "has a user name or password. Remove it: requests are signed");
		refuse(uri.getHost() == null, "has no valid host name: letters, digits, hyphens and dots, no underscore");
		refuse(uri.getPort() == 0 || uri.getPort() > MAX_PORT, "has a port that is not between 1 and 65535");
		refuse(uri.getRawQuery() != null || uri.getRawFragment() != null, "has a query or a fragment. Remove it");
		refuse(!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/"),
				"has a path. Remove it: requests go to the root");
		return root(scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort());
	}

	private static URI root(String scheme, String host, int port) {
		boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
		return URI.create(scheme + "://" + host + (usual ? "" : ":" + port) + "/");
	}

	private void refuse(boolean wrong, String what) {
		if (wrong) {
			throw new EndpointConfigurationException(this.setting + " " + what);
		}
	}

	private EndpointConfigurationException notAUrl() {
		return new EndpointConfigurationException(
				this.setting + " is not an absolute http or https URL with a host, such as http://localhost:8000");
	}

}
