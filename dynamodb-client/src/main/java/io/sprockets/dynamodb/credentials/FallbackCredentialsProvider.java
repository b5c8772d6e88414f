package io.sprockets.dynamodb.credentials;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.sprockets.dynamodb.error.NoCredentialsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Decides at the first answer, once, between a provider and credentials to use instead: a
 * provider that had credentials and loses them must not be replaced.
 */
final class FallbackCredentialsProvider implements AwsCredentialsProvider {

	private final AwsCredentialsProvider provider;

	private final AwsCredentialsProvider fallback;

	private final AtomicReference<@Nullable AwsCredentialsProvider> decided = new AtomicReference<>();

	FallbackCredentialsProvider(AwsCredentialsProvider provider, AwsCredentials fallback) {
		this.provider = provider;
		this.fallback = AwsCredentialsProvider.of(fallback);
	}

	@Override
	public Mono<AwsCredentials> resolve() {
		AwsCredentialsProvider known = this.decided.get();
		return (known != null) ? known.resolve() : Mono.defer(this::decide);
	}

	@Override
	public void invalidate(AwsCredentials rejected) {
		AwsCredentialsProvider known = this.decided.get();
		((known != null) ? known : this.provider).invalidate(rejected);
	}

	private Mono<AwsCredentials> decide() {
		return this.provider.resolve()
			.doOnNext((credentials) -> this.decided.compareAndSet(null, this.provider))
			.onErrorResume(NoCredentialsException.class, (ex) -> Mono.empty())
			.switchIfEmpty(Mono.defer(this::fallBack));
	}

	private Mono<AwsCredentials> fallBack() {
		AwsCredentialsProvider winner = this.decided.updateAndGet((known) -> (known != null) ? known : this.fallback);
		return Objects.requireNonNull(winner).resolve();
	}

}
