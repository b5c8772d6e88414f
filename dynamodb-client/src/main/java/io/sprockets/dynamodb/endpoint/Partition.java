package io.sprockets.dynamodb.endpoint;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * AWS's partitions: groups of regions under one domain, told by how the region's name
 * begins. Regions nobody knows yet belong to {@code aws}, as in AWS's own rule.
 */
public enum Partition {

	AWS_CN("cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),

	AWS_US_GOV("us-gov-", "amazonaws.com", "api.aws"),

	AWS_ISO("us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),

	AWS_ISO_B("us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),

	AWS_ISO_E("eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),

	AWS_ISO_F("us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),

	AWS_EUSC("eusc-", "amazonaws.eu", "api.amazonwebservices.eu"),

	AWS("", "amazonaws.com", "api.aws");

	private static final Pattern HOST = Pattern.compile(
			"(?:[^.]+\\.)*(?:dynamodb|dynamodb-fips|search-dynamodb|ddb|search-ddb)\\.([a-z0-9-]+)\\.(?:vpce\\.)?(?:"
					+ Arrays.stream(values())
						.map((partition) -> Pattern.quote(partition.dnsSuffix))
						.distinct()
						.collect(Collectors.joining("|"))
					+ ")\\.?");

	private final String regionPrefix;

	private final String dnsSuffix;

	private final String dualStackDnsSuffix;

	Partition(String regionPrefix, String dnsSuffix, String dualStackDnsSuffix) {
		this.regionPrefix = regionPrefix;
		this.dnsSuffix = dnsSuffix;
		this.dualStackDnsSuffix = dualStackDnsSuffix;
	}

	/**
	 * Returns the partition of a region.
	 */
	public static Partition of(String region) {
		return Arrays.stream(values())
			.filter((partition) -> region.startsWith(partition.regionPrefix))
			.findFirst()
			.orElse(AWS);
	}

	/**
	 * Returns the region in a host name of AWS's DynamoDB, {@code null} in any other.
	 */
	static @Nullable String regionIn(String host) {
		Matcher matcher = HOST.matcher(host);
		return matcher.matches() ? matcher.group(1) : null;
	}

	/**
	 * Returns the domain of the partition's endpoints.
	 */
	public String dnsSuffix() {
		return this.dnsSuffix;
	}

	/**
	 * Returns the domain of those endpoints that have IPv6 addresses too.
	 */
	public String dualStackDnsSuffix() {
		return this.dualStackDnsSuffix;
	}

}
