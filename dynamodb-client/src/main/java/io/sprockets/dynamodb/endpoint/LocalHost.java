package io.sprockets.dynamodb.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Tells this machine's own names and addresses by their text; no name is ever looked up.
 */
final class LocalHost {

	private static final Pattern IPV4 = Pattern.compile("127(?:\\.\\d{1,3}){3}|0\\.0\\.0\\.0");

	private LocalHost() {
	}

	/**
	 * Returns whether a URI's host is {@code localhost} or below it (RFC 6761), a
	 * loopback address, or the address that means all of this machine's.
	 */
	static boolean is(String host) {
		if (host.startsWith("[")) {
			return isLocalIpv6(host);
		}
		String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		return name.equals("localhost") || name.endsWith(".localhost") || IPV4.matcher(name).matches();
	}

	private static boolean isLocalIpv6(String literal) {
		try {
			// A literal in brackets is parsed, not resolved
			InetAddress address = InetAddress.getByName(literal);
			return address.isLoopbackAddress() || address.isAnyLocalAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
