package io.sprockets.dynamodb.credentials;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.refresh.CredentialsLookup;
import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks sources one after the other until one has credentials. While those serve, no
 * source behind that one is asked: what it has lost for a moment must not be replaced by
 * someone else's.
 */
final class CredentialsChain implements CredentialsLookup {

	private final Supplier<List<CredentialsSource>> sources;

	/**
	 * What the user can do where all sources have nothing.
	 */
	private final String remedy;

	private final ProfileFiles files;

	private volatile @Nullable CredentialsSource found;

	private volatile int changesSeen;

	/**
	 * Creates a chain.
	 * @param sources the sources in their order, asked for at each look
	 * @param remedy what the user can do where all have nothing
	 * @param files the files that sources read
	 */
	CredentialsChain(Supplier<List<CredentialsSource>> sources, String remedy, ProfileFiles files) {
		this.sources = sources;
		this.remedy = remedy;
		this.files = files;
	}

	@Override
	public Mono<Found> look(boolean renewal) {
		return Mono.defer(() -> {
			List<CredentialsSource> all = this.sources.get();
			int last = renewal ? all.indexOf(this.found) : -1;
			List<CredentialsSource> asked = (last >= 0) ? all.subList(0, last + 1) : all;
			return Flux.fromIterable(asked)
				.concatMap((source) -> source.look().doOnNext((finding) -> keep(source, finding)), 1)
				.takeUntil(Found.class::isInstance)
				.collectList()
				.map((findings) -> conclude(findings, last >= 0));
		});
	}

	private void keep(CredentialsSource source, Finding finding) {
		if (finding instanceof Found) {
			this.found = source;
			this.changesSeen = this.files.changes();
		}
	}

	private Found conclude(List<Finding> findings, boolean renewal) {
		Finding last = findings.get(findings.size() - 1);
		if (last instanceof Found found) {
			return found;
		}
		if (renewal) {
			throw new CredentialsRetrievalException(
					"The source of the AWS credentials in use has none any more: " + ((Nothing) last).reason());
		}
		throw nothingFound(findings.stream().map(Nothing.class::cast).toList());
	}

	private DynamoDbConfigurationException nothingFound(List<Nothing> findings) {
		String message = findings.stream()
			.map(Nothing::reason)
			.collect(Collectors.joining("; ", "No AWS credentials found. Tried ", ". " + this.remedy));
		boolean fileMissing = findings.stream().anyMatch(Nothing::fileMissing);
		return fileMissing ? new ConfigFileNotFoundException(message) : new NoCredentialsException(message);
	}

	@Override
	public Mono<Boolean> hasChanged() {
		return this.files.reload().map((changes) -> changes != this.changesSeen);
	}

}
