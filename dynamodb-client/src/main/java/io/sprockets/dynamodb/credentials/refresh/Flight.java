package io.sprockets.dynamodb.credentials.refresh;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One look-up that is under way, for all who wait for it. It goes on if they leave.
 */
final class Flight {

	private final boolean renewal;

	private final Sinks.One<AwsCredentials> result = Sinks.one();

	private final Disposable.Swap lookup = Disposables.swap();

	private @Nullable AwsCredentials rejected;

	/**
	 * Creates a look-up.
	 * @param renewal whether credentials are there that still serve
	 */
	Flight(boolean renewal) {
		this.renewal = renewal;
	}

	boolean isRenewal() {
		return this.renewal;
	}

	Mono<AwsCredentials> result() {
		return this.result.asMono();
	}

	/**
	 * Says that this is what goes on.
	 */
	void runs(Disposable lookup) {
		this.lookup.update(lookup);
	}

	/**
	 * Says that some were rejected after the look-up began.
	 */
	void reject(AwsCredentials credentials) {
		this.rejected = credentials;
	}

	/**
	 * Says, once, whether just those were found.
	 */
	boolean hasFoundRejected(AwsCredentials credentials) {
		boolean same = credentials.equals(this.rejected);
		this.rejected = null;
		return same;
	}

	void succeed(AwsCredentials credentials) {
		this.result.tryEmitValue(credentials);
	}

	void fail(Throwable failure) {
		this.result.tryEmitError(failure);
	}

	void stop() {
		this.lookup.dispose();
	}

}
