package io.sprockets.dynamodb.endpoint;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.CachedLookup;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds where requests go: the configured endpoint, {@code DYNAMODB_ENDPOINT},
 * {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code AWS_ENDPOINT_URL}, or the region's own host.
 * Looks at the first subscription; what was found is kept, an error is not.
 */
public final class EndpointResolver {

	/**
	 * The region of which the endpoint rule set says that it is on this machine.
	 */
	private static final String LOCAL_REGION = "local";

	private static final URI LOCAL_ROOT = URI.create("http://localhost:8000/");

	private static final String LOCAL_SIGNING_REGION = "us-east-1";

	private final @Nullable URI configured;

	private final boolean allowInsecureHttp;

	private final AwsEnvironment environment;

	private final RegionLookup regions;

	private final Mono<String> instanceRegion;

	private final Map<ServiceKind, CachedLookup<Endpoint>> endpoints = new EnumMap<>(ServiceKind.class);

	/**
	 * Creates a resolver. Nothing is looked at or checked yet.
	 * @param endpoint the endpoint of all services ({@code dynamodb.endpoint}), or
	 * {@code null}
	 * @param allowInsecureHttp whether it may be {@code http} on another machine
	 * ({@code dynamodb.allow-insecure-http})
	 * @param region the region ({@code dynamodb.region}); {@code null} or blank for
	 * {@code aws.region}, {@code AWS_REGION}, {@code AWS_DEFAULT_REGION}, then the
	 * profile's
	 * @param environment the variables and properties
	 * @param profileFiles the files, read only if nothing else tells the region
	 */
	public EndpointResolver(@Nullable URI endpoint, boolean allowInsecureHttp, @Nullable String region,
			AwsEnvironment environment, ProfileFiles profileFiles) {
		this(endpoint, allowInsecureHttp, region, environment, profileFiles, Mono.empty());
	}

	/**
	 * Creates a resolver that can ask an EC2 instance, too. Nothing is looked at or
	 * checked yet.
	 * @param endpoint the endpoint of all services ({@code dynamodb.endpoint}), or
	 * {@code null}
	 * @param allowInsecureHttp whether it may be plain HTTP to another machine
	 * @param region the region ({@code dynamodb.region}); {@code null} or blank for
	 * {@code aws.region}, {@code AWS_REGION}, {@code AWS_DEFAULT_REGION}, the profile's,
	 * then the instance's
	 * @param environment the variables and properties
	 * @param profileFiles the files, read only if nothing before them tells the region
	 * @param instanceRegion the region of the instance, asked only if a region is needed
	 * and nothing else tells it; empty, or DynamoDbConfigurationException with why, if
	 * there is none
	 */
	public EndpointResolver(@Nullable URI endpoint, boolean allowInsecureHttp, @Nullable String region,
			AwsEnvironment environment, ProfileFiles profileFiles, Mono<String> instanceRegion) {
		this.configured = endpoint;
		this.allowInsecureHttp = allowInsecureHttp;
		this.environment = environment;
		this.instanceRegion = instanceRegion;
		this.regions = new RegionLookup(region, environment, profileFiles);
		for (ServiceKind kind : ServiceKind.values()) {
			this.endpoints.put(kind, new CachedLookup<>(Mono.defer(() -> look(kind))));
		}
	}

	/**
	 * Returns a service's endpoint.
	 * @return the endpoint, or EndpointConfigurationException if endpoint or region are
	 * not rightly configured or plain HTTP is not allowed, RegionNotFoundException if
	 * none is and the endpoint's host is neither AWS's nor this machine, or an error of
	 * {@link ProfileFiles#load()}
	 */
	public Mono<Endpoint> resolve(ServiceKind kind) {
		return Objects.requireNonNull(this.endpoints.get(kind)).get();
	}

	private Mono<Endpoint> look(ServiceKind kind) {
		URI override = EndpointOverride.find(this.configured, this.allowInsecureHttp, this.environment);
		if (override == null) {
			return this.regions.look()
				.flatMap((result) -> result.orOfInstance(this.instanceRegion))
				.map((result) -> inRegion(kind, result.required()));
		}
		return signingRegion(override.getHost()).map((region) -> Endpoint.of(override, region));
	}

	private static Endpoint inRegion(ServiceKind kind, String region) {
		return region.equals(LOCAL_REGION) ? Endpoint.of(LOCAL_ROOT, LOCAL_SIGNING_REGION)
				: Endpoint.of(URI.create("https://" + kind.host(region) + "/"), region);
	}

	/**
	 * On this machine a region is not needed, so what is missing is forgiven, be it a
	 * region, a file or all files; what is wrong is still told: a file that cannot be
	 * parsed, a profile that the files do not have.
	 */
	private Mono<String> signingRegion(String host) {
		if (LocalHost.is(host)) {
			return this.regions.look()
				.map((result) -> result.orElse(LOCAL_SIGNING_REGION).required())
				.onErrorReturn(ConfigFileNotFoundException.class, LOCAL_SIGNING_REGION);
		}
		return this.regions.look()
			.flatMap((result) -> result.orElse(Partition.regionIn(host)).orOfInstance(this.instanceRegion))
			.map(RegionLookup.Result::required);
	}

}
