package io.sprockets.dynamodb.credentials.metadata;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.SourceContext;
import reactor.core.publisher.Mono;

/**
 * To be written.
 */
public final class ContainerSource implements CredentialsSource {

	public ContainerSource(SourceContext context) {
	}

	@Override
	public Mono<Finding> look() {
		return Mono.just(new Finding.Nothing("ContainerSource: to be written"));
	}

}
