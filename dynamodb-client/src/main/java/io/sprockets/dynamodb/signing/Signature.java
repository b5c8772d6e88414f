package io.sprockets.dynamodb.signing;

import org.jspecify.annotations.Nullable;

/**
 * What signing adds to a request: three header values.
 *
 * @param authorization the value of {@code Authorization}; never printed
 * @param amzDate the value of {@code X-Amz-Date}
 * @param securityToken the value of {@code X-Amz-Security-Token}, {@code null} if the
 * header is not to be sent; never printed
 */
public record Signature(String authorization, String amzDate, @Nullable String securityToken) {

	@Override
	public String toString() {
		return "Signature[amzDate=" + this.amzDate + "]";
	}

}
