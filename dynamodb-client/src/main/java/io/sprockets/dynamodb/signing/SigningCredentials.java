package io.sprockets.dynamodb.signing;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an access key that signing needs. Equal keys are equal objects: the signer
 * asks {@code equals} whether the key it derived last still serves.
 */
public interface SigningCredentials {

	/**
	 * Returns the public part of the key.
	 */
	String accessKeyId();

	/**
	 * Returns the secret part.
	 */
	String secretAccessKey();

	/**
	 * Returns the token of temporary credentials, {@code null} or blank if there is none.
	 */
	@Nullable String sessionToken();

}
