package io.sprockets.dynamodb;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.micrometer.observation.ObservationRegistry;
import io.sprockets.dynamodb.codec.DynamoDbCodec;
import io.sprockets.dynamodb.codec.JsonMappers;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.credentials.DefaultCredentialsChain;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.metadata.InstanceRegion;
import io.sprockets.dynamodb.endpoint.EndpointResolver;
import io.sprockets.dynamodb.hedging.HedgeSettings;
import io.sprockets.dynamodb.execution.OperationPipeline;
import io.sprockets.dynamodb.execution.PipelineParts;
import io.sprockets.dynamodb.observation.AttemptObservationConvention;
import io.sprockets.dynamodb.observation.ClientObservations;
import io.sprockets.dynamodb.observation.OperationObservationConvention;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.retry.RetryLookup;
import io.sprockets.dynamodb.retry.RetryMode;
import io.sprockets.dynamodb.retry.RetrySettings;
import io.sprockets.dynamodb.transport.TransportSettings;
import io.sprockets.dynamodb.transport.WebClientCredentialsExchange;
import io.sprockets.dynamodb.transport.WebClientTransport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Puts a client together.
 */
final class DefaultDynamoDbClientBuilder implements DynamoDbClientBuilder {

	private @Nullable String region;

	private @Nullable URI endpoint;

	private boolean allowInsecureHttp;

	private @Nullable String profile;

	private @Nullable AwsCredentialsProvider credentialsProvider;

	private AwsEnvironment environment = AwsEnvironment.system();

	private int maxClients = TransportSettings.DEFAULT_MAX_CLIENTS;

	private @Nullable Integer pendingAcquireMaxCount;

	private Duration acquireTimeout = TransportSettings.DEFAULT_ACQUIRE_TIMEOUT;

	private Duration connectTimeout = TransportSettings.DEFAULT_CONNECT_TIMEOUT;

	private Duration attemptTimeout = TransportSettings.DEFAULT_ATTEMPT_TIMEOUT;

	private long maxResponseSize = TransportSettings.DEFAULT_MAX_RESPONSE_SIZE;

	private Duration callTimeout = DEFAULT_CALL_TIMEOUT;

	private Duration closeTimeout = DEFAULT_CLOSE_TIMEOUT;

	private @Nullable RetrySettings retry;

	private @Nullable RetryMode retryMode;

	private @Nullable Integer maxAttempts;

	private boolean retryOnceSent = true;

	private @Nullable HedgeSettings hedging;

	private @Nullable JsonMapper jsonMapper;

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable OperationObservationConvention operationConvention;

	private @Nullable AttemptObservationConvention attemptConvention;

	private @Nullable ReactorResourceFactory reactorResources;

	private final List<Consumer<WebClient.Builder>> webClientCustomizers = new ArrayList<>();

	@Override
	public DynamoDbClientBuilder region(@Nullable String region) {
		this.region = region;
		return this;
	}

	@Override
	public DynamoDbClientBuilder endpoint(@Nullable URI endpoint) {
		this.endpoint = endpoint;
		return this;
	}

	@Override
	public DynamoDbClientBuilder allowInsecureHttp(boolean allowed) {
		this.allowInsecureHttp = allowed;
		return this;
	}

	@Override
	public DynamoDbClientBuilder profile(@Nullable String profile) {
		this.profile = profile;
		return this;
	}

	@Override
	public DynamoDbClientBuilder credentialsProvider(@Nullable AwsCredentialsProvider credentialsProvider) {
		this.credentialsProvider = credentialsProvider;
		return this;
	}

	@Override
	public DynamoDbClientBuilder environment(AwsEnvironment environment) {
		this.environment = environment;
		return this;
	}

	@Override
	public DynamoDbClientBuilder maxClients(int maxClients) {
		this.maxClients = maxClients;
		return this;
	}

	@Override
	public DynamoDbClientBuilder pendingAcquireMaxCount(int count) {
		this.pendingAcquireMaxCount = count;
		return this;
	}

	@Override
	public DynamoDbClientBuilder acquireTimeout(Duration timeout) {
		this.acquireTimeout = timeout;
		return this;
	}

	@Override
	public DynamoDbClientBuilder connectTimeout(Duration timeout) {
		this.connectTimeout = timeout;
		return this;
	}

	@Override
	public DynamoDbClientBuilder attemptTimeout(Duration timeout) {
		this.attemptTimeout = timeout;
		return this;
	}

	@Override
	public DynamoDbClientBuilder maxResponseSize(long bytes) {
		this.maxResponseSize = bytes;
		return this;
	}

	@Override
	public DynamoDbClientBuilder callTimeout(Duration timeout) {
		this.callTimeout = timeout;
		return this;
	}

	@Override
	public DynamoDbClientBuilder closeTimeout(Duration timeout) {
		this.closeTimeout = timeout;
		return this;
	}

	@Override
	public DynamoDbClientBuilder retry(@Nullable RetrySettings settings) {
		this.retry = settings;
		return this;
	}

	@Override
	public DynamoDbClientBuilder retryMode(@Nullable RetryMode mode) {
		this.retryMode = mode;
		return this;
	}

	@Override
	public DynamoDbClientBuilder maxAttempts(@Nullable Integer maxAttempts) {
		this.maxAttempts = maxAttempts;
		return this;
	}

	@Override
	public DynamoDbClientBuilder retryOnceSent(boolean retryOnceSent) {
		this.retryOnceSent = retryOnceSent;
		return this;
	}

	@Override
	public DynamoDbClientBuilder hedging(@Nullable HedgeSettings settings) {
		this.hedging = settings;
		return this;
	}

	@Override
	public DynamoDbClientBuilder jsonMapper(JsonMapper jsonMapper) {
		this.jsonMapper = jsonMapper;
		return this;
	}

	@Override
	public DynamoDbClientBuilder observationRegistry(ObservationRegistry observationRegistry) {
		this.observationRegistry = observationRegistry;
		return this;
	}

	@Override
	public DynamoDbClientBuilder operationObservationConvention(@Nullable OperationObservationConvention convention) {
		this.operationConvention = convention;
		return this;
	}

	@Override
	public DynamoDbClientBuilder attemptObservationConvention(@Nullable AttemptObservationConvention convention) {
		this.attemptConvention = convention;
		return this;
	}

	@Override
	public DynamoDbClientBuilder reactorResources(@Nullable ReactorResourceFactory resources) {
		this.reactorResources = resources;
		return this;
	}

	@Override
	public DynamoDbClientBuilder webClient(Consumer<WebClient.Builder> customizer) {
		this.webClientCustomizers.add(customizer);
		return this;
	}

	@Override
	public DynamoDbClient build() {
		check();
		ProfileFiles profileFiles = new ProfileFiles(this.environment, this.profile);
		SourceContext sources = new SourceContext(this.environment, new WebClientCredentialsExchange(),
				Clock.systemUTC(), this.allowInsecureHttp);
		EndpointResolver endpoints = new EndpointResolver(this.endpoint, this.allowInsecureHttp, this.region,
				this.environment, profileFiles, new InstanceRegion(sources, profileFiles).look());
		DefaultCredentialsChain chain = new DefaultCredentialsChain(sources, profileFiles, this.region);
		AwsCredentialsProvider credentials = (this.credentialsProvider != null) ? this.credentialsProvider : chain;
		WebClientTransport transport = new WebClientTransport(transportSettings(), this.reactorResources,
				this.webClientCustomizers);
		ClientObservations observations = new ClientObservations(this.observationRegistry, this.operationConvention,
				this.attemptConvention);
		PipelineParts parts = new PipelineParts(endpoints, credentials, transport, retries(profileFiles), observations,
				this.callTimeout, this.closeTimeout, this.hedging);
		DynamoDbCodec codec = new DynamoDbCodec((this.jsonMapper != null) ? this.jsonMapper : JsonMappers.plain());
		return new DefaultDynamoDbClient(codec, new OperationPipeline(parts), chain::close);
	}

	private void check() {
		TransportSettings.positive("dynamodb.call-timeout", this.callTimeout);
		if (this.closeTimeout.isNegative()) {
			throw new IllegalArgumentException("dynamodb.close-timeout must not be negative, " + this.closeTimeout);
		}
		if (this.maxAttempts != null && this.maxAttempts < 1) {
			throw new IllegalArgumentException(
					"dynamodb.retry.max-attempts must be at least 1, not " + this.maxAttempts);
		}
	}

	private RetryLookup retries(ProfileFiles profileFiles) {
		return (this.retry != null) ? RetryLookup.of(this.retry)
				: RetryLookup.of(this.retryMode, this.maxAttempts, this.retryOnceSent, this.environment, profileFiles);
	}

	private TransportSettings transportSettings() {
		int pending = (this.pendingAcquireMaxCount != null) ? this.pendingAcquireMaxCount
				: (int) Math.min((long) this.maxClients * TransportSettings.DEFAULT_PENDING_FACTOR, Integer.MAX_VALUE);
		return new TransportSettings(this.maxClients, pending, this.acquireTimeout, this.connectTimeout,
				this.attemptTimeout, TransportSettings.responseSize(this.maxResponseSize));
	}

}
