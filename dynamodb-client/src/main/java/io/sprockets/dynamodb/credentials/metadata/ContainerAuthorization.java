package io.sprockets.dynamodb.credentials.metadata;

import java.util.Optional;

import io.sprockets.dynamodb.credentials.file.TokenFile;
import io.sprockets.dynamodb.credentials.file.UnusableFileException;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The token that a container's credentials are asked for with, if any. A file goes before
 * a variable, and is read each time, since EKS renews it.
 *
 * @param environment where the token, or its file, is told
 */
record ContainerAuthorization(AwsEnvironment environment) {

	private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

	private static final String FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

	/**
	 * Returns the token.
	 * @return the token, empty inside if there is none, or CredentialsRetrievalException
	 * if the one that is told cannot be used
	 */
	Mono<Optional<String>> token() {
		String file = this.environment.variable(FILE);
		if (file != null && !file.isBlank()) {
			String place = "the file that " + FILE + " names, " + file.strip();
			return TokenFile.read(file.strip())
				.onErrorMap(UnusableFileException.class, (ex) -> wrong(place, ex.getMessage(), ex))
				.map((token) -> Optional.of(checked(token, place)));
		}
		String token = this.environment.variable(TOKEN);
		return Mono.fromCallable(
				() -> (token != null && !token.isBlank()) ? Optional.of(checked(token, TOKEN)) : Optional.empty());
	}

	private static String checked(String text, String place) {
		String token = text.strip();
		if (token.isEmpty()) {
			throw wrong(place, "it is empty", null);
		}
		if (token.chars().anyMatch((next) -> next < ' ' || next > '~')) {
			throw wrong(place, "it has a line break or another character that cannot be in an HTTP header", null);
		}
		return token;
	}

	private static CredentialsRetrievalException wrong(String place, @Nullable String why, @Nullable Throwable cause) {
		return new CredentialsRetrievalException(
				"Cannot use the token for the container's credentials in " + place + ": " + why, cause);
	}

}
