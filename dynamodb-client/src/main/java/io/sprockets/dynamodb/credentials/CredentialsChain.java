package io.sprockets.dynamodb.credentials;

import java.util.List;
import java.util.stream.Collectors;

import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks sources one after the other until one has credentials.
 */
final class CredentialsChain {

	private final List<CredentialsSource> sources;

	/**
	 * What the user can do where all sources have nothing.
	 */
	private final String remedy;

	CredentialsChain(List<CredentialsSource> sources, String remedy) {
		this.sources = List.copyOf(sources);
		this.remedy = remedy;
	}

	/**
	 * Asks the sources, each only after those before it had nothing.
	 */
	Mono<AwsCredentials> ask() {
		return Flux.fromIterable(this.sources)
			.concatMap(CredentialsSource::look, 1)
			.takeUntil(Found.class::isInstance)
			.collectList()
			.map(this::conclude);
	}

	private AwsCredentials conclude(List<Finding> findings) {
		if (findings.get(findings.size() - 1) instanceof Found found) {
			return found.credentials();
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

}
