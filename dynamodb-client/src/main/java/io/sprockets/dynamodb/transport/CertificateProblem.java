package io.sprockets.dynamodb.transport;

import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

import org.jspecify.annotations.Nullable;

/**
 * Why a certificate is not trusted, as far as the JDK tells it.
 */
final class CertificateProblem {

	private CertificateProblem() {
	}

	/**
	 * Returns the problem in words, {@code null} if the failure has nothing to do with a
	 * certificate.
	 */
	static @Nullable String find(Throwable failure) {
		String problem = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CertificateExpiredException) {
				return "it has expired";
			}
			if (cause instanceof CertificateNotYetValidException) {
				return "it is not valid yet";
			}
			if (isOfNobodyTrusted(cause)) {
				return "this machine trusts nobody, as its trust store (javax.net.ssl.trustStore) is empty or missing";
			}
			if (cause instanceof CertPathBuilderException) {
				return "it is signed by itself, or by nobody this machine trusts";
			}
			if (cause instanceof CertPathValidatorException) {
				problem = "its chain is not valid";
			}
			else if (cause instanceof CertificateException && problem == null) {
				problem = isOfName(cause) ? "it is for another host" : "it is not valid";
			}
		}
		return problem;
	}

	private static boolean isOfNobodyTrusted(Throwable cause) {
		return cause instanceof InvalidAlgorithmParameterException
				&& String.valueOf(cause.getMessage()).contains("trustAnchors");
	}

	/**
	 * Says whether it is about the host's name, which the JDK tells in its message only.
	 */
	private static boolean isOfName(Throwable cause) {
		String message = String.valueOf(cause.getMessage());
		return message.startsWith("No name matching") || message.startsWith("No subject alternative");
	}

}
