package io.sprockets.dynamodb.credentials.exchange;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What an answer's status means.
 */
public final class AnswerStatus {

	/**
	 * The form of an error's code; anything else is not to be quoted.
	 */
	private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

	private AnswerStatus() {
	}

	/**
	 * Returns the answer if it is a success.
	 * @throws CredentialsExchangeException with status and, if there is one, error code
	 */
	public static CredentialsResponse requireSuccess(CredentialsResponse response) {
		if (response.isSuccessful()) {
			return response;
		}
		throw new CredentialsExchangeException(describe(response), null);
	}

	/**
	 * Returns status and, if there is one, error code in words.
	 */
	public static String describe(CredentialsResponse response) {
		String code = code(response);
		return "the answer has status " + response.status() + ((code != null) ? " (" + code + ")" : "");
	}

	private static @Nullable String code(CredentialsResponse response) {
		List<String> types = response.headers().get("x-amzn-ErrorType");
		String code = (types != null && !types.isEmpty()) ? types.get(0) : inBody(response);
		if (code == null) {
			return null;
		}
		String plain = code.substring(code.indexOf('#') + 1).split(":", 2)[0];
		return CODE.matcher(plain).matches() ? plain : null;
	}

	private static @Nullable String inBody(CredentialsResponse response) {
		try {
			AnswerMembers members = AnswerMembers.of(response);
			for (String name : new String[] { "__type", "code", "Code", "error" }) {
				String code = members.text(name);
				if (code != null) {
					return code;
				}
			}
			return null;
		}
		catch (CredentialsExchangeException ex) {
			// Whatever else is in the body of an error tells nothing
			return null;
		}
	}

}
