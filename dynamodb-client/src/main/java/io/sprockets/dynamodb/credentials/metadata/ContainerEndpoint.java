package io.sprockets.dynamodb.credentials.metadata;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Where a container's credentials are, as ECS, EKS and others tell it (AWS SDKs and Tools
 * Reference, "Container credential provider").
 *
 * @param variable the environment variable that tells it
 * @param uri where to ask
 */
record ContainerEndpoint(String variable, URI uri) {

	static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";

	static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

	private static final String ECS = "http://169.254.170.2";

	/**
	 * ECS, and EKS Pod Identity over both protocols.
	 */
	private static final Set<String> SERVICES = Set.of("169.254.170.2", "169.254.170.23", "[fd00:ec2::23]");

	private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.\\d{1,3}){3}|(?:[^.]+\\.)*localhost\\.?");

	/**
	 * Returns the endpoint, {@code null} if no variable tells one.
	 * @throws DynamoDbConfigurationException if a variable tells one that is not to be
	 * asked
	 */
	static @Nullable ContainerEndpoint find(AwsEnvironment environment) {
		String relative = environment.variable(RELATIVE);
		if (relative != null && !relative.isBlank()) {
			return relative(relative.strip());
		}
		String full = environment.variable(FULL);
		return (full != null && !full.isBlank()) ? full(full.strip()) : null;
	}

	private static ContainerEndpoint relative(String path) {
		if (!path.startsWith("/")) {
			throw wrong(RELATIVE, "does not begin with a slash");
		}
		return new ContainerEndpoint(RELATIVE, parse(RELATIVE, ECS + path));
	}

	private static ContainerEndpoint full(String text) {
		URI uri = parse(FULL, text);
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
			throw wrong(FULL, "is not an http or https URL with a host");
		}
		if (uri.getRawUserInfo() != null) {
			throw wrong(FULL, "has a user name or password");
		}
		if (scheme.equals("http") && !isTrusted(uri.getHost().toLowerCase(Locale.ROOT))) {
			throw wrong(FULL,
					"has the host " + uri.getHost() + ", to which credentials may go over https only: "
							+ "http is for localhost, loopback addresses, "
							+ "169.254.170.2, 169.254.170.23 and [fd00:ec2::23]");
		}
		return new ContainerEndpoint(FULL, uri);
	}

	/**
	 * Told by the text. AWS's SDKs differ in whether they look names up; what a name
	 * resolves to can change between the look and the connection.
	 */
	private static boolean isTrusted(String host) {
		return SERVICES.contains(host) || LOOPBACK.matcher(host).matches()
				|| (host.startsWith("[") && isTrustedIpv6(host));
	}

	private static boolean isTrustedIpv6(String literal) {
		try {
			// A literal in brackets is parsed, not resolved
			InetAddress address = InetAddress.getByName(literal);
			return address.isLoopbackAddress() || address.equals(InetAddress.getByName("[fd00:ec2::23]"));
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	private static URI parse(String variable, String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			throw wrong(variable, "is not a valid URI");
		}
	}

	private static DynamoDbConfigurationException wrong(String variable, String what) {
		return new DynamoDbConfigurationException("Environment variable " + variable + " " + what);
	}

	/**
	 * Returns variable and place for messages. Of the path only its beginning: ECS knows
	 * a task by the rest, so that it is half a secret.
	 */
	String describe() {
		String path = this.uri.getRawPath();
		String beginning = path.substring(0, path.lastIndexOf('/') + 1);
		return this.variable + ", " + this.uri.getScheme() + "://" + this.uri.getRawAuthority() + beginning
				+ ((beginning.length() < path.length()) ? "…" : "");
	}

}
