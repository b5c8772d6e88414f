package io.sprockets.dynamodb.credentials.metadata;

import java.util.regex.Pattern;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.exchange.AnswerMembers;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;

/**
 * The credentials of an instance's role, as the metadata service gives them.
 */
final class InstanceRole {

	private static final String SUCCESS = "Success";

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

	private InstanceRole() {
	}

	/**
	 * Reads an answer.
	 * @throws CredentialsExchangeException if it has no credentials
	 */
	static AwsCredentials read(CredentialsResponse response) {
		AnswerMembers answer = AnswerMembers.of(response);
		String code = answer.text("Code");
		if (code != null && !code.equals(SUCCESS)) {
			throw new CredentialsExchangeException(
					"the answer has the code " + (CODE.matcher(code).matches() ? code : "of an error")
							+ " instead of credentials; check that EC2 may assume the instance's role",
					null);
		}
		answer.require("AccessKeyId", "SecretAccessKey", "Token", "Expiration");
		return new AwsCredentials(answer.required("AccessKeyId"), answer.required("SecretAccessKey"),
				answer.required("Token"), answer.time("Expiration"), answer.text("AccountId"));
	}

}
