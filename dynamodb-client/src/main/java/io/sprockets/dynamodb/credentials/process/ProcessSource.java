package io.sprockets.dynamodb.credentials.process;

import java.time.Duration;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A command that prints credentials, run at each look, off the subscriber's thread. Who
 * cancels ends the process.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">
 * Process credential provider</a>
 */
public final class ProcessSource implements CredentialsSource {

	/**
	 * How long a command may take.
	 */
	public static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final SourceContext context;

	private final String place;

	private final ShellCommand command;

	private final @Nullable String accountId;

	/**
	 * Creates a source.
	 * @param place where the command is configured, in words for messages
	 * @param command the command, as one types it
	 * @param accountId the account where the command does not tell it, or {@code null}
	 */
	public ProcessSource(SourceContext context, String place, String command, @Nullable String accountId) {
		this(context, place, ShellCommand.of(command, TIMEOUT), accountId);
	}

	ProcessSource(SourceContext context, String place, ShellCommand command, @Nullable String accountId) {
		this.context = context;
		this.place = place;
		this.command = command;
		this.accountId = accountId;
	}

	@Override
	public Mono<Finding> look() {
		return Mono.fromCallable(this::run).subscribeOn(Schedulers.boundedElastic()).<Finding>map((output) -> {
			AwsCredentials credentials = ProcessOutput.read(output, this.accountId, this.context.clock().instant());
			return new Found(credentials, credentials.expiration() == null);
		}).onErrorMap(CommandFailure.class, this::describe);
	}

	private byte @Nullable [] run() {
		try {
			return this.command.run();
		}
		catch (InterruptedException ex) {
			// Who cancelled wants no answer
			return null;
		}
	}

	private CredentialsRetrievalException describe(CommandFailure failure) {
		return new CredentialsRetrievalException(
				"credential_process of " + this.place + " gave no credentials: " + failure.getMessage());
	}

}
