package io.sprockets.dynamodb.credentials.sso;

import java.time.Instant;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.exchange.AnswerMembers;
import io.sprockets.dynamodb.credentials.exchange.AnswerStatus;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;

/**
 * The credentials of a role, as the portal gives them.
 */
final class PortalAnswer {

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private static final int NOT_FOUND = 404;

	private PortalAnswer() {
	}

	/**
	 * Reads an answer.
	 * @throws SsoLoginException if the token was not taken
	 * @throws CredentialsExchangeException if it has no credentials
	 */
	static AwsCredentials read(CredentialsResponse response, SsoSettings settings) {
		if (response.status() == UNAUTHORIZED) {
			throw new SsoLoginException("the portal does not take its token", null);
		}
		if (response.status() == FORBIDDEN || response.status() == NOT_FOUND) {
			throw new CredentialsExchangeException(AnswerStatus.describe(response) + "; check that account "
					+ settings.accountId() + " has the role " + settings.roleName() + ", assigned to you", null);
		}
		AnswerMembers role = AnswerMembers.of(AnswerStatus.requireSuccess(response))
			.object("roleCredentials")
			.require("accessKeyId", "secretAccessKey", "sessionToken");
		Long expiration = role.integer("expiration");
		return new AwsCredentials(role.required("accessKeyId"), role.required("secretAccessKey"),
				role.required("sessionToken"), (expiration != null) ? Instant.ofEpochMilli(expiration) : null,
				settings.accountId());
	}

}
