package io.sprockets.dynamodb.credentials.metadata;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.AnswerStatus;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import reactor.core.publisher.Mono;

/**
 * The region that an EC2 instance is in.
 */
public final class InstanceRegion {

	private static final Pattern REGION = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

	private final InstanceMetadata metadata;

	/**
	 * Creates a source. Nothing is looked at yet.
	 * @param profileFiles for the settings that may be in the profile
	 */
	public InstanceRegion(SourceContext context, ProfileFiles profileFiles) {
		this.metadata = new InstanceMetadata(context, profileFiles);
	}

	/**
	 * Asks the metadata service at subscription.
	 * @return the region, or DynamoDbConfigurationException with why there is none, in
	 * words that can stand after the service's name
	 */
	public Mono<String> look() {
		return Mono.defer(() -> {
			String disabledBy = this.metadata.disabledBy();
			return (disabledBy != null) ? Mono.error(new DynamoDbConfigurationException(disabledBy))
					: this.metadata.settings().flatMap(this::ask);
		});
	}

	private Mono<String> ask(MetadataSettings settings) {
		return this.metadata.open(settings)
			.flatMap((session) -> session.get("/latest/meta-data/placement/region"))
			.map(InstanceRegion::region)
			.onErrorMap(CredentialsExchangeException.class,
					(ex) -> new DynamoDbConfigurationException(settings.endpoint() + ": " + ex.getMessage(), ex));
	}

	private static String region(CredentialsResponse response) {
		String region = new String(AnswerStatus.requireSuccess(response).body(), StandardCharsets.UTF_8).strip();
		if (!REGION.matcher(region).matches()) {
			throw new CredentialsExchangeException("the answer is not the name of a region", null);
		}
		return region;
	}

}
