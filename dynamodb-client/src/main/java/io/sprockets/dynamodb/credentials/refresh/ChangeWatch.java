package io.sprockets.dynamodb.credentials.refresh;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.publisher.Mono;

/**
 * Looks for changes, one look at a time. A look that fails has seen none.
 */
final class ChangeWatch {

	private final CredentialsLookup lookup;

	private final Duration timeout;

	private final AtomicBoolean looking = new AtomicBoolean();

	ChangeWatch(CredentialsLookup lookup, Duration timeout) {
		this.lookup = lookup;
		this.timeout = timeout;
	}

	/**
	 * Looks, unless a look is under way.
	 * @param change what to do if there is one
	 */
	void look(Runnable change) {
		if (this.looking.compareAndSet(false, true)) {
			Mono.defer(this.lookup::hasChanged)
				.timeout(this.timeout)
				.onErrorReturn(false)
				.defaultIfEmpty(false)
				.subscribe((changed) -> {
					this.looking.set(false);
					if (changed) {
						change.run();
					}
				});
		}
	}

}
