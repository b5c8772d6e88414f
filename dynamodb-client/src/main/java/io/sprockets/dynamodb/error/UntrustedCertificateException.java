package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * The server's certificate is not trusted: expired, of another host, or signed by nobody
 * this machine trusts. Nothing was sent, and it is not tried again.
 */
public final class UntrustedCertificateException extends ConnectionFailedException {

	public UntrustedCertificateException(String problem, FailedCall call, @Nullable Throwable cause) {
		super(problem, call, cause);
	}

}
