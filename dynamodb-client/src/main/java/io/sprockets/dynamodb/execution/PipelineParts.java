package io.sprockets.dynamodb.execution;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.endpoint.EndpointResolver;
import io.sprockets.dynamodb.hedging.HedgeSettings;
import io.sprockets.dynamodb.hedging.Hedging;
import io.sprockets.dynamodb.observation.ClientObservations;
import io.sprockets.dynamodb.retry.RetryLookup;
import io.sprockets.dynamodb.retry.RetryStrategy;
import io.sprockets.dynamodb.transport.HttpAnswer;
import io.sprockets.dynamodb.transport.HttpAttempt;
import io.sprockets.dynamodb.transport.WebClientTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the calls of a client share.
 */
public final class PipelineParts {

	private final EndpointResolver endpoints;

	private final AwsCredentialsProvider credentials;

	private final AwsCredentialsProvider localCredentials;

	private final WebClientTransport transport;

	private final RetryLookup retries;

	private final ClientObservations observations;

	private final Duration closeTimeout;

	private final long callNanos;

	private final long attemptNanos;

	private final @Nullable Hedging hedging;

	private final ServiceClock clock = new ServiceClock(Clock.systemUTC());

	private final RequestSigner signer = new RequestSigner(this.clock);

	/**
	 * Puts the parts together.
	 * @param hedging when reads are sent a second time, {@code null} for never
	 */
	public PipelineParts(EndpointResolver endpoints, AwsCredentialsProvider credentials, WebClientTransport transport,
			RetryLookup retries, ClientObservations observations, Duration callTimeout, Duration closeTimeout,
			@Nullable HedgeSettings hedging) {
		this.endpoints = endpoints;
		this.credentials = credentials;
		this.localCredentials = credentials.withFallback(AwsCredentials.local());
		this.transport = transport;
		this.retries = retries;
		this.observations = observations;
		this.closeTimeout = closeTimeout;
		this.callNanos = callTimeout.toNanos();
		this.hedging = (hedging != null) ? new Hedging(transport, hedging) : null;
		this.attemptNanos = transport.attemptTimeout().toNanos();
	}

	EndpointResolver endpoints() {
		return this.endpoints;
	}

	/**
	 * Returns the credentials for an endpoint: one on this machine needs none.
	 */
	AwsCredentialsProvider credentials(Endpoint endpoint) {
		return endpoint.local() ? this.localCredentials : this.credentials;
	}

	WebClientTransport transport() {
		return this.transport;
	}

	/**
	 * Returns the strategy of retries, known but for the first call.
	 */
	Mono<RetryStrategy> retries() {
		return this.retries.strategy();
	}

	@Nullable Hedging hedging() {
		return this.hedging;
	}

	/**
	 * Returns the exchange of an attempt.
	 */
	Mono<HttpAnswer> exchange(HttpAttempt attempt) {
		return (this.hedging != null) ? this.hedging.exchange(attempt) : this.transport.exchange(attempt);
	}

	ServiceClock clock() {
		return this.clock;
	}

	ClientObservations observations() {
		return this.observations;
	}

	/**
	 * Returns how long calls in flight may go on once the client is closed.
	 */
	Duration closeTimeout() {
		return this.closeTimeout;
	}

	ClientStatistics statistics() {
		return new ClientStatistics() {

			@Override
			public OptionalInt retryQuota() {
				RetryStrategy known = PipelineParts.this.retries.known();
				return (known != null) ? OptionalInt.of(known.availableQuota()) : OptionalInt.empty();
			}

			@Override
			public Duration clockOffset() {
				return Duration.ofMillis(PipelineParts.this.clock.offsetMillis());
			}

			@Override
			public HedgeCounts hedges() {
				Hedging hedges = PipelineParts.this.hedging;
				return (hedges != null) ? new HedgeCounts(hedges.sent(), hedges.won(), hedges.refused())
						: new HedgeCounts(0, 0, 0);
			}

		};
	}

	/**
	 * Returns how long a call may take, in nanoseconds.
	 */
	long callNanos() {
		return this.callNanos;
	}

	/**
	 * Returns how long an attempt may take, in nanoseconds.
	 */
	long attemptNanos() {
		return this.attemptNanos;
	}

	RequestSigner signer() {
		return this.signer;
	}

}
