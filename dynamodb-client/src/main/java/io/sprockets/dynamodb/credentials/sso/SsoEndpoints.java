package io.sprockets.dynamodb.credentials.sso;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.endpoint.Partition;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Where the two services of IAM Identity Center are, by their endpoint rule sets.
 *
 * @param settings of the login
 */
record SsoEndpoints(SsoSettings settings) {

	private static final Pattern REGION = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

	/**
	 * Returns where the portal gives the role's credentials.
	 * @throws DynamoDbConfigurationException if the login's region is none
	 */
	URI credentials() {
		return URI.create(root("portal.sso", this.settings.endpoint()) + "/federation/credentials?role_name="
				+ encode(this.settings.roleName()) + "&account_id=" + encode(this.settings.accountId()));
	}

	/**
	 * Returns where tokens are renewed.
	 * @throws DynamoDbConfigurationException if the login's region is none
	 */
	URI token() {
		return URI.create(root("oidc", this.settings.oidcEndpoint()) + "/token");
	}

	private String root(String service, @Nullable URI override) {
		if (override != null) {
			String root = override.toString();
			return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
		}
		String region = this.settings.region();
		if (!REGION.matcher(region).matches()) {
			throw new DynamoDbConfigurationException("sso_region of the login of " + this.settings.place()
					+ " is not the name of a region: lower-case letters, digits and hyphens, such as eu-west-1");
		}
		Partition partition = Partition.of(region);
		String domain = this.settings.dualStack() ? partition.dualStackDnsSuffix() : partition.dnsSuffix();
		return "https://" + service + (isNamedFips(partition) ? "-fips" : "") + "." + region + "." + domain;
	}

	/**
	 * The endpoints of GovCloud are FIPS endpoints without saying so.
	 */
	private boolean isNamedFips(Partition partition) {
		return this.settings.fips() && (this.settings.dualStack() || partition != Partition.AWS_US_GOV);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
