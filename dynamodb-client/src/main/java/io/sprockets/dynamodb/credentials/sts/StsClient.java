package io.sprockets.dynamodb.credentials.sts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Asks the service for a role's credentials: up to three times where it fails, is busy,
 * or does not answer.
 */
final class StsClient {

	private static final int MAX_RETRIES = 2;

	private static final Duration FIRST_DELAY = Duration.ofMillis(100);

	private static final double JITTER = 0.5;

	private final SourceContext context;

	StsClient(SourceContext context) {
		this.context = context;
	}

	/**
	 * Makes a request.
	 * @param what what it is for, in words that can stand after "Cannot"
	 * @return the credentials, or CredentialsRetrievalException
	 */
	Mono<AwsCredentials> ask(StsRequest request, String what) {
		return Mono.defer(() -> {
			AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);
			return Mono.defer(() -> attempt(request, skew))
				.retryWhen(Retry.backoff(MAX_RETRIES, FIRST_DELAY)
					.jitter(JITTER)
					.filter((ex) -> ex instanceof StsFailure failure && failure.isRetryable())
					.onRetryExhaustedThrow((retry, signal) -> signal.failure()));
		})
			.onErrorMap(StsFailure.class, (failure) -> new CredentialsRetrievalException(
					"Cannot " + what + " at " + request.endpoint().uri() + ": " + failure.getMessage()));
	}

	private Mono<AwsCredentials> attempt(StsRequest request, AtomicReference<Duration> skew) {
		Instant now = this.context.clock().instant();
		Duration used = Objects.requireNonNull(skew.get());
		return this.context.exchange()
			.exchange(request.attempt(now.plus(used)))
			.onErrorMap(CredentialsExchangeException.class, (ex) -> new StsFailure(message(ex), true))
			.map((response) -> {
				if (response.isSuccessful()) {
					return StsResult.read(response);
				}
				throw failure(request, response, now.plus(used), skew);
			});
	}

	private static StsFailure failure(StsRequest request, CredentialsResponse response, Instant now,
			AtomicReference<Duration> skew) {
		StsError error = StsError.read(response);
		Duration further = error.skew(response, now);
		if (further != null) {
			skew.updateAndGet((known) -> known.plus(further));
		}
		return new StsFailure(error.describe(secrets(request)), error.isRetryable() || further != null);
	}

	private static List<String> secrets(StsRequest request) {
		List<String> secrets = new ArrayList<>();
		AwsCredentials signer = request.signer();
		if (signer != null) {
			secrets.add(signer.secretAccessKey());
			if (signer.sessionToken() != null) {
				secrets.add(signer.sessionToken());
			}
		}
		String token = request.parameters().get("WebIdentityToken");
		if (token != null) {
			secrets.add(token);
		}
		return secrets;
	}

	private static String message(Throwable failure) {
		return String.valueOf(failure.getMessage());
	}

}
