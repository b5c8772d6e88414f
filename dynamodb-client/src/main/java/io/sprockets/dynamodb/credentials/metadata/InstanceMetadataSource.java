package io.sprockets.dynamodb.credentials.metadata;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.profile.ProfileFiles;
import reactor.core.publisher.Mono;

/**
 * To be written.
 */
public final class InstanceMetadataSource implements CredentialsSource {

	public InstanceMetadataSource(SourceContext context, ProfileFiles profileFiles) {
	}

	@Override
	public Mono<Finding> look() {
		return Mono.just(new Finding.Nothing("InstanceMetadataSource: to be written"));
	}

}
