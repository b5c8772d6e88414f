package io.sprockets.dynamodb.credentials.sso;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.SourceContext;
import reactor.core.publisher.Mono;

/**
 * To be written.
 */
public final class SsoSource implements CredentialsSource {

	public SsoSource(SourceContext context, SsoSettings settings) {
	}

	@Override
	public Mono<Finding> look() {
		return Mono.just(new Finding.Nothing("SsoSource: to be written"));
	}

}
