package io.sprockets.dynamodb.credentials.exchange;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tries an exchange again where that may help: after status 429 and 5xx, and where there
 * was no usable answer. Between the attempts lies a random time below 100, 200, 400 ms.
 *
 * @param exchange makes each attempt
 * @param attempts how many there are if answers are bad, the first included
 * @param silentAttempts how many there are if there is no usable answer
 */
public record RetriedExchange(CredentialsExchange exchange, int attempts,
		int silentAttempts) implements CredentialsExchange {

	private static final long BASE_DELAY_MILLIS = 100;

	private static final int TOO_MANY_REQUESTS = 429;

	/**
	 * Returns the last attempt's answer, whatever its status, or its
	 * {@link CredentialsExchangeException}.
	 */
	@Override
	public Mono<CredentialsResponse> exchange(CredentialsRequest request) {
		return Mono.defer(() -> attempt(request, 1));
	}

	private Mono<CredentialsResponse> attempt(CredentialsRequest request, int number) {
		return this.exchange.exchange(request)
			.map((response) -> new Outcome(response, null))
			.onErrorResume(CredentialsExchangeException.class, (ex) -> Mono.just(new Outcome(null, ex)))
			.flatMap((outcome) -> isLast(outcome, number) ? outcome.end(number)
					: Mono.delay(delay(number)).then(Mono.defer(() -> attempt(request, number + 1))));
	}

	private boolean isLast(Outcome outcome, int number) {
		if (outcome.response() == null) {
			return number >= this.silentAttempts;
		}
		int status = outcome.response().status();
		return number >= this.attempts || (status != TOO_MANY_REQUESTS && status < 500);
	}

	private static Duration delay(int number) {
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(BASE_DELAY_MILLIS << (number - 1)));
	}

	private record Outcome(@Nullable CredentialsResponse response, @Nullable CredentialsExchangeException failure) {

		Mono<CredentialsResponse> end(int number) {
			if (this.response != null) {
				return Mono.just(this.response);
			}
			CredentialsExchangeException ex = Objects.requireNonNull(this.failure);
			return Mono.error((number == 1) ? ex : new CredentialsExchangeException(
					ex.getMessage() + " (" + number + " attempts)", ex.isConnected(), ex));
		}

	}

}
