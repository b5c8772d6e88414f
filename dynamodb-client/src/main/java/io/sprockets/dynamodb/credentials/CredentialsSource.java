package io.sprockets.dynamodb.credentials;

import reactor.core.publisher.Mono;

/**
 * One place of a chain where credentials may be.
 */
public interface CredentialsSource {

	/**
	 * Looks there, at subscription only.
	 * @return what came of it, never empty; an error if this place is used but wrong, so
	 * that asking others would hide the mistake
	 */
	Mono<Finding> look();

}
