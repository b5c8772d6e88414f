package io.sprockets.dynamodb.execution;

import java.net.URI;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.sprockets.dynamodb.codec.RequestBody;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.endpoint.ServiceKind;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.observation.CallObservation;
import io.sprockets.dynamodb.observation.ClientObservations;
import io.sprockets.dynamodb.observation.OperationObservationContext;
import io.sprockets.dynamodb.outcome.SentWrite;
import io.sprockets.dynamodb.signing.SignableRequest;
import io.sprockets.dynamodb.transport.HttpAttempt;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * What one call sends: written once, addressed once, signed for each attempt.
 */
final class CallRequest {

	private final Operation<?> operation;

	private final OperationTarget target;

	private final String invocationId;

	private @Nullable RequestBody body;

	private @Nullable Endpoint endpoint;

	private @Nullable SignableRequest signable;

	private @Nullable OperationObservationContext observed;

	private volatile int attempts;

	CallRequest(Operation<?> operation) {
		this.operation = operation;
		this.target = OperationTarget.of(operation.name());
		ThreadLocalRandom random = ThreadLocalRandom.current();
		this.invocationId = new UUID(random.nextLong(), random.nextLong()).toString();
	}

	ServiceKind service() {
		return this.target.service();
	}

	/**
	 * Begins the observation of the call.
	 */
	CallObservation observe(ClientObservations observations, Context context) {
		if (!observations.isEnabled()) {
			return CallObservation.NONE;
		}
		this.observed = new OperationObservationContext(this.target.operation(), this.operation.tableNames());
		return observations.start(this.observed, context);
	}

	/**
	 * Begins the observation of the attempt that was signed last.
	 */
	CallObservation observeAttempt(ClientObservations observations, Context context) {
		OperationObservationContext call = this.observed;
		return (call != null) ? observations.start(call.nextAttempt(), context) : CallObservation.NONE;
	}

	/**
	 * Writes the body.
	 */
	void write() {
		this.body = this.operation.body().get();
	}

	/**
	 * Sets where it goes.
	 */
	void address(Endpoint endpoint, RequestSigner signer) {
		this.endpoint = endpoint;
		this.signable = signer.prepare(endpoint, this.target.target(), Objects.requireNonNull(this.body));
		if (this.observed != null) {
			this.observed.setServerAddress(endpoint.uri().getHost());
		}
	}

	/**
	 * Replaces the body, for the attempts that follow.
	 */
	void rewrite(RequestBody body, RequestSigner signer) {
		this.body = body;
		this.signable = signer.prepare(endpoint(), this.target.target(), body);
	}

	/**
	 * Returns what the body says about writing.
	 */
	SentWrite asWrite() {
		return SentWrite.of(this.target.operation(), Objects.requireNonNull(this.body));
	}

	Endpoint endpoint() {
		return Objects.requireNonNull(this.endpoint);
	}

	/**
	 * Counts a further attempt.
	 * @return where it goes
	 */
	@SuppressWarnings("NonAtomicVolatileUpdate")
	Endpoint nextAttempt() {
		// By whoever goes on with the call, and nobody else does
		this.attempts++;
		return endpoint();
	}

	/**
	 * Signs the attempt with the time of now.
	 */
	HttpAttempt sign(AwsCredentials credentials, PipelineParts parts, int maxAttempts) {
		Endpoint addressed = Objects.requireNonNull(this.endpoint);
		RequestBody content = Objects.requireNonNull(this.body);
		SignableRequest prepared = Objects.requireNonNull(this.signable);
		return new HttpAttempt(this.target.operation(), tableName(), addressed, this.target.target(),
				parts.signer().sign(credentials, addressed, prepared), this.invocationId, this.attempts, maxAttempts,
				content.array(), content.length());
	}

	int attempts() {
		return this.attempts;
	}

	/**
	 * Returns the call as it stands, for its error.
	 */
	FailedCall failedCall() {
		Endpoint addressed = this.endpoint;
		URI uri = (addressed != null) ? addressed.uri() : null;
		return new FailedCall(this.target.operation(), tableName(), uri, this.attempts);
	}

	private @Nullable String tableName() {
		Collection<String> tableNames = this.operation.tableNames();
		return (tableNames.size() == 1) ? tableNames.iterator().next() : null;
	}

}
