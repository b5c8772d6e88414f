package io.sprockets.dynamodb.execution;

import java.time.Clock;
import java.time.Duration;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.endpoint.EndpointResolver;
import io.sprockets.dynamodb.observation.ClientObservations;
import io.sprockets.dynamodb.retry.RetryStrategy;
import io.sprockets.dynamodb.transport.WebClientTransport;

/**
 * What the calls of a client share.
 */
public final class PipelineParts {

	private final EndpointResolver endpoints;

	private final AwsCredentialsProvider credentials;

	private final AwsCredentialsProvider localCredentials;

	private final WebClientTransport transport;

	private final RetryStrategy retries;

	private final ClientObservations observations;

	private final long callNanos;

	private final long attemptNanos;

	private final RequestSigner signer = new RequestSigner(Clock.systemUTC());

	public PipelineParts(EndpointResolver endpoints, AwsCredentialsProvider credentials, WebClientTransport transport,
			RetryStrategy retries, ClientObservations observations, Duration callTimeout) {
		this.endpoints = endpoints;
		this.credentials = credentials;
		this.localCredentials = credentials.withFallback(AwsCredentials.local());
		this.transport = transport;
		this.retries = retries;
		this.observations = observations;
		this.callNanos = callTimeout.toNanos();
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

	RetryStrategy retries() {
		return this.retries;
	}

	ClientObservations observations() {
		return this.observations;
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
