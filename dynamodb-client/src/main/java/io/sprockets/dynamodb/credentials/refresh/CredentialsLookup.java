package io.sprockets.dynamodb.credentials.refresh;

import io.sprockets.dynamodb.credentials.Finding.Found;
import reactor.core.publisher.Mono;

/**
 * Where credentials are that are to be kept.
 */
@FunctionalInterface
public interface CredentialsLookup {

	/**
	 * Looks for credentials, at subscription only.
	 * @param renewal whether some were found before that still serve
	 * @return the credentials, or the error that says why there are none
	 */
	Mono<Found> look(boolean renewal);

	/**
	 * Looks whether what was found last has been changed since by someone. Asked every
	 * few seconds while the credentials are in use.
	 */
	default Mono<Boolean> hasChanged() {
		return Mono.just(false);
	}

}
