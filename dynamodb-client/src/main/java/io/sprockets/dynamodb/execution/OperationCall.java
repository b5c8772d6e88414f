package io.sprockets.dynamodb.execution;

import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.sprockets.dynamodb.codec.ErrorReader;
import io.sprockets.dynamodb.codec.RequestBody;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.error.CallTimeoutException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.NoCredentialsException;
import io.sprockets.dynamodb.observation.AttemptObservationContext;
import io.sprockets.dynamodb.observation.OperationObservationContext;
import io.sprockets.dynamodb.retry.RetryDecision;
import io.sprockets.dynamodb.signing.SignableRequest;
import io.sprockets.dynamodb.transport.HttpAnswer;
import io.sprockets.dynamodb.transport.HttpAttempt;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One call while it runs: attempts until one succeeds or the rules say stop. Each attempt
 * asks for credentials and is signed afresh.
 *
 * @param <T> what the answer becomes
 */
final class OperationCall<T> {

	private final PipelineParts parts;

	private final String operation;

	private final @Nullable String tableName;

	private final AnswerDecoder<T> decoder;

	private final OperationTarget target;

	private final String invocationId;

	private final @Nullable OperationObservationContext observation;

	private volatile @Nullable Endpoint endpoint;

	private volatile int attempts;

	private int lastRetryCost;

	OperationCall(PipelineParts parts, String operation, Collection<String> tableNames, AnswerDecoder<T> decoder) {
		this.parts = parts;
		this.target = OperationTarget.of(operation);
		this.operation = this.target.operation();
		this.tableName = (tableNames.size() == 1) ? tableNames.iterator().next() : null;
		this.decoder = decoder;
		this.observation = parts.observations().isEnabled()
				? new OperationObservationContext(this.operation, tableNames) : null;
		ThreadLocalRandom random = ThreadLocalRandom.current();
		this.invocationId = new UUID(random.nextLong(), random.nextLong()).toString();
	}

	/**
	 * Runs the call.
	 * @param body writes the request's body
	 */
	Mono<T> run(Supplier<RequestBody> body) {
		Mono<T> call = Mono.defer(() -> begin(body.get()))
			.timeout(this.parts.callTimeout(), Mono.error(this::callTimeout));
		return (this.observation != null) ? this.parts.observations().observe(call, this.observation) : call;
	}

	private Mono<T> begin(RequestBody body) {
		return this.parts.endpoints().resolve(this.target.service()).flatMap((endpoint) -> {
			this.endpoint = endpoint;
			if (this.observation != null) {
				this.observation.setServerAddress(endpoint.uri().getHost());
			}
			return attempt(1, endpoint, body, this.parts.signer().prepare(endpoint, this.target.target(), body));
		});
	}

	private Mono<T> attempt(int number, Endpoint endpoint, RequestBody body, SignableRequest request) {
		this.attempts = number;
		return this.parts.credentials(endpoint)
			.resolve()
			.switchIfEmpty(Mono.error(OperationCall::noCredentials))
			.flatMap((credentials) -> exchange(attemptOf(number, endpoint, body, request, credentials)))
			.onErrorResume(DynamoDbException.class,
					(failure) -> afterFailure(number, endpoint, body, request, failure));
	}

	private HttpAttempt attemptOf(int number, Endpoint endpoint, RequestBody body, SignableRequest request,
			AwsCredentials credentials) {
		return new HttpAttempt(this.operation, this.tableName, endpoint, this.target.target(),
				this.parts.signer().sign(credentials, endpoint, request), this.invocationId, number,
				this.parts.retries().maxAttempts(), body.array(), body.length());
	}

	private Mono<T> exchange(HttpAttempt attempt) {
		Mono<HttpAnswer> exchange = this.parts.transport().exchange(attempt);
		if (this.observation == null) {
			return exchange.map((answer) -> read(answer, attempt));
		}
		AttemptObservationContext context = this.observation.nextAttempt();
		return this.parts.observations().observe(exchange.map((answer) -> {
			context.setResponse(answer.status(), answer.header("x-amzn-RequestId"));
			return read(answer, attempt);
		}), context);
	}

	private T read(HttpAnswer answer, HttpAttempt attempt) {
		if (!answer.isSuccessful()) {
			throw ErrorReader.read(answer.status(), answer.headers(), answer.body(), attempt.failedCall());
		}
		T value = this.decoder.decode(answer, attempt.failedCall());
		this.parts.retries().afterSuccess(this.lastRetryCost);
		return value;
	}

	private Mono<T> afterFailure(int number, Endpoint endpoint, RequestBody body, SignableRequest request,
			DynamoDbException failure) {
		RetryDecision decision = this.parts.retries().afterFailure(number, failure);
		if (!decision.isRetry()) {
			return Mono.error(failure);
		}
		this.lastRetryCost = decision.cost();
		return Mono.delay(decision.delay()).then(Mono.defer(() -> attempt(number + 1, endpoint, body, request)));
	}

	private CallTimeoutException callTimeout() {
		Endpoint endpoint = this.endpoint;
		return new CallTimeoutException(
				"Not done within dynamodb.call-timeout of " + this.parts.callTimeout().toMillis() + " ms",
				new FailedCall(this.operation, this.tableName, (endpoint != null) ? endpoint.uri() : null,
						this.attempts),
				null);
	}

	private static NoCredentialsException noCredentials() {
		return new NoCredentialsException("The credentials provider gave no credentials");
	}

}
