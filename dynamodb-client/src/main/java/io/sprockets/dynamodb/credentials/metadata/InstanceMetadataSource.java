package io.sprockets.dynamodb.credentials.metadata;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.AnswerStatus;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.credentials.metadata.InstanceMetadata.Session;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import reactor.core.publisher.Mono;

/**
 * The credentials of the role that an EC2 instance has. Outside of EC2 it takes a second
 * to find out that there are none.
 */
public final class InstanceMetadataSource implements CredentialsSource {

	private static final String PLACE = "EC2 instance metadata";

	private static final String ROLES = "/latest/meta-data/iam/security-credentials/";

	/**
	 * The names that IAM allows.
	 */
	private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,128}");

	private final InstanceMetadata metadata;

	/**
	 * Creates a source. Nothing is looked at yet.
	 * @param profileFiles for the settings that may be in the profile
	 */
	public InstanceMetadataSource(SourceContext context, ProfileFiles profileFiles) {
		this.metadata = new InstanceMetadata(context, profileFiles);
	}

	/**
	 * Asks the metadata service.
	 * @return the credentials, nothing if there is no service or no role, or if that is
	 * disabled, DynamoDbConfigurationException if a setting is wrong,
	 * CredentialsRetrievalException if there is a role but no use of it, or an error of
	 * {@link ProfileFiles#load()}
	 */
	@Override
	public Mono<Finding> look() {
		return Mono.defer(() -> {
			String disabledBy = this.metadata.disabledBy();
			return (disabledBy != null) ? Mono.just(new Nothing(PLACE + ": " + disabledBy))
					: this.metadata.settings().flatMap(this::ask);
		});
	}

	private Mono<Finding> ask(MetadataSettings settings) {
		String place = PLACE + " (" + settings.endpoint() + "): ";
		return this.metadata.open(settings)
			.flatMap((session) -> session.get(ROLES).flatMap((response) -> askForRole(session, response, place)))
			.onErrorResume(CredentialsExchangeException.class, (ex) -> Mono.just(new Nothing(place + ex.getMessage())));
	}

	private Mono<Finding> askForRole(Session session, CredentialsResponse response, String place) {
		String role = role(response);
		if (role.isEmpty()) {
			return Mono.just(new Nothing(place + "the instance has no role"));
		}
		return session.get(ROLES + role)
			.map(AnswerStatus::requireSuccess)
			.<Finding>map((found) -> new Found(InstanceRole.read(found)))
			.onErrorMap(CredentialsExchangeException.class, (ex) -> new CredentialsRetrievalException(
					"Cannot get the credentials of the role " + role + " from " + place + ex.getMessage(), ex));
	}

	private static String role(CredentialsResponse response) {
		if (response.status() == 404) {
			return "";
		}
		String roles = new String(AnswerStatus.requireSuccess(response).body(), StandardCharsets.UTF_8);
		String role = roles.strip().lines().findFirst().orElse("").strip();
		if (!role.isEmpty() && !ROLE.matcher(role).matches()) {
			throw new CredentialsExchangeException("the answer is not the name of a role", null);
		}
		return role;
	}

}
