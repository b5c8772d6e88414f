package io.sprockets.dynamodb.credentials.metadata;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.AnswerMembers;
import io.sprockets.dynamodb.credentials.exchange.AnswerStatus;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.RetriedExchange;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The credentials that ECS, EKS Pod Identity, Greengrass and the like give to a
 * container. Asked up to 3 times, for at most 2 seconds each.
 */
public final class ContainerSource implements CredentialsSource {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final int ATTEMPTS = 3;

	private static final Pattern ROLE_ARN = Pattern.compile("arn:[^:]+:iam::(\\d+):role/.*");

	private final SourceContext context;

	private final RetriedExchange exchange;

	private final ContainerAuthorization authorization;

	/**
	 * Creates a source. Nothing is looked at yet.
	 */
	public ContainerSource(SourceContext context) {
		this.context = context;
		this.exchange = new RetriedExchange(context.exchange(), ATTEMPTS, ATTEMPTS);
		this.authorization = new ContainerAuthorization(context.environment());
	}

	/**
	 * Looks where the environment says that a container's credentials are.
	 * @return the credentials, nothing if the environment says nothing,
	 * DynamoDbConfigurationException if it says something wrong, or
	 * CredentialsRetrievalException if there are none
	 */
	@Override
	public Mono<Finding> look() {
		return Mono.defer(() -> {
			ContainerEndpoint endpoint = ContainerEndpoint.find(this.context.environment());
			return (endpoint != null) ? ask(endpoint) : Mono.just(new Nothing(
					"container: " + ContainerEndpoint.RELATIVE + " and " + ContainerEndpoint.FULL + " are not set"));
		});
	}

	private Mono<Finding> ask(ContainerEndpoint endpoint) {
		return this.authorization.token()
			.flatMap((token) -> this.exchange.exchange(request(endpoint, token)))
			.<Finding>map((response) -> new Found(read(AnswerMembers.of(AnswerStatus.requireSuccess(response)))))
			.onErrorMap(CredentialsExchangeException.class,
					(ex) -> new CredentialsRetrievalException(
							"Cannot get the container's credentials (" + endpoint.describe() + "): " + ex.getMessage(),
							ex));
	}

	private static CredentialsRequest request(ContainerEndpoint endpoint, Optional<String> token) {
		CredentialsRequest request = CredentialsRequest.of("GET", endpoint.uri(), TIMEOUT)
			.withHeader("Accept", "application/json");
		return token.map((value) -> request.withHeader("Authorization", value)).orElse(request);
	}

	private static AwsCredentials read(AnswerMembers answer) {
		answer.require("AccessKeyId", "SecretAccessKey");
		return new AwsCredentials(answer.required("AccessKeyId"), answer.required("SecretAccessKey"),
				answer.text("Token"), answer.time("Expiration"), accountId(answer));
	}

	private static @Nullable String accountId(AnswerMembers answer) {
		String accountId = answer.text("AccountId");
		String role = answer.text("RoleArn");
		if (accountId != null || role == null) {
			return accountId;
		}
		Matcher matcher = ROLE_ARN.matcher(role);
		return matcher.matches() ? matcher.group(1) : null;
	}

}
