package io.sprockets.dynamodb.credentials.sts;

import java.net.URI;

import io.sprockets.dynamodb.endpoint.Partition;
import io.sprockets.dynamodb.endpoint.ServiceEndpoints;
import org.jspecify.annotations.Nullable;

/**
 * Where the service is asked.
 *
 * @param uri the server's root
 * @param region the region in the signature
 */
public record StsEndpoint(URI uri, String region) {

	/**
	 * The endpoint for whom no region is known; AWS's tools use it too.
	 */
	private static final URI GLOBAL = URI.create("https://sts.amazonaws.com/");

	private static final String GLOBAL_REGION = "us-east-1";

	/**
	 * Returns the endpoint that is configured, or else the region's.
	 * @param region the region to ask in, {@code null} if none is known
	 */
	public static StsEndpoint of(ServiceEndpoints endpoints, @Nullable String region) {
		URI override = endpoints.override("sts");
		if (override != null) {
			return new StsEndpoint(override, (region != null) ? region : GLOBAL_REGION);
		}
		if (region == null) {
			return new StsEndpoint(GLOBAL, GLOBAL_REGION);
		}
		String host = host(Partition.of(region), region, endpoints.isFips(), endpoints.isDualStack());
		return new StsEndpoint(URI.create("https://" + host + "/"), region);
	}

	private static String host(Partition partition, String region, boolean fips, boolean dualStack) {
		// The endpoints of GovCloud are FIPS endpoints without saying so
		boolean named = fips && (dualStack || partition != Partition.AWS_US_GOV);
		String domain = dualStack ? partition.dualStackDnsSuffix() : partition.dnsSuffix();
		return (named ? "sts-fips." : "sts.") + region + "." + domain;
	}

}
