package io.sprockets.dynamodb.profile;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A value that is looked up at the first subscription and kept. Those who come while it
 * is looked up share one lookup; an error reaches them but is not kept, so the next
 * subscription looks again.
 *
 * @param <T> the value's type
 */
public final class CachedLookup<T> {

	private static final Duration FOREVER = Duration.ofMillis(Long.MAX_VALUE);

	private final Mono<T> lookup;

	private volatile @Nullable Mono<T> found;

	public CachedLookup(Mono<T> lookup) {
		this.lookup = lookup.doOnNext((value) -> this.found = Mono.just(value))
			.cache((value) -> FOREVER, (error) -> Duration.ZERO, () -> Duration.ZERO);
	}

	/**
	 * Returns the value: a constant, the same one at each call, once it was found.
	 */
	public Mono<T> get() {
		Mono<T> value = this.found;
		return (value != null) ? value : this.lookup;
	}

}
