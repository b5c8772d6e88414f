package io.sprockets.dynamodb.endpoint;

import java.net.URI;

/**
 * Where requests go and which region signs them.
 *
 * @param uri scheme, host, port if it is not the scheme's usual one, and the path
 * {@code /}
 * @param host the {@code Host} header, sent and signed alike: the port only if it is not
 * the scheme's usual one
 * @param signingRegion the region in the signature, {@code us-east-1} where a local
 * endpoint has none
 * @param local whether this is a name or address of this machine itself
 */
public record Endpoint(URI uri, String host, String signingRegion, boolean local) {

	/**
	 * Creates an endpoint at a server's root.
	 * @param root a URI as {@code uri} has to be
	 */
	static Endpoint of(URI root, String signingRegion) {
		return new Endpoint(root, root.getRawAuthority(), signingRegion, LocalHost.is(root.getHost()));
	}

}
