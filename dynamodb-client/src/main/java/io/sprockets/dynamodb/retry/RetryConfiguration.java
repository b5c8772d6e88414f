package io.sprockets.dynamodb.retry;

import java.util.Locale;

import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.Profile;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Looks for the retry rules in each place they may be in.
 */
final class RetryConfiguration {

	private final @Nullable RetryMode mode;

	private final @Nullable Integer maxAttempts;

	private final boolean retryOnceSent;

	private final AwsEnvironment environment;

	private final ProfileFiles profileFiles;

	RetryConfiguration(@Nullable RetryMode mode, @Nullable Integer maxAttempts, boolean retryOnceSent,
			AwsEnvironment environment, ProfileFiles profileFiles) {
		this.mode = mode;
		this.maxAttempts = maxAttempts;
		this.retryOnceSent = retryOnceSent;
		this.environment = environment;
		this.profileFiles = profileFiles;
	}

	Mono<RetrySettings> look() {
		Setting modeText = (this.mode != null) ? Setting.UNSET : outsideOfProfile("aws.retryMode", "AWS_RETRY_MODE");
		Setting attemptsText = (this.maxAttempts != null) ? Setting.UNSET
				: outsideOfProfile("aws.maxAttempts", "AWS_MAX_ATTEMPTS");
		boolean modeKnown = this.mode != null || modeText.isSet();
		boolean attemptsKnown = this.mode == RetryMode.NONE || this.maxAttempts != null || attemptsText.isSet();
		if (modeKnown && attemptsKnown) {
			return Mono.fromCallable(() -> settings(modeText, attemptsText));
		}
		// Whoever needs the files reports what is wrong with them; retries do not
		return this.profileFiles.load()
			.map((profile) -> settings(modeText.orOf(profile, "retry_mode"),
					attemptsText.orOf(profile, "max_attempts")))
			.onErrorResume(ProfileFiles::isUnusable, (ex) -> Mono.fromCallable(() -> settings(modeText, attemptsText)));
	}

	private Setting outsideOfProfile(String property, String variable) {
		String value = this.environment.property(property);
		if (value != null) {
			return new Setting("System property " + property, value);
		}
		value = this.environment.variable(variable);
		return (value != null) ? new Setting("Environment variable " + variable, value) : Setting.UNSET;
	}

	private RetrySettings settings(Setting modeText, Setting attemptsText) {
		RetryMode found = (this.mode != null) ? this.mode : modeText.mode();
		RetrySettings settings = found.settings().withRetryOnceSent(this.retryOnceSent);
		Integer attempts = (this.maxAttempts != null) ? this.maxAttempts : attemptsText.attempts();
		return (attempts != null && found != RetryMode.NONE) ? settings.withMaxAttempts(attempts) : settings;
	}

	/**
	 * A value as text, and the place it is from.
	 */
	private record Setting(String place, String value) {

		static final Setting UNSET = new Setting("", "");

		@SuppressWarnings("ReferenceEquality")
		boolean isSet() {
			return this != UNSET;
		}

		Setting orOf(Profile profile, String property) {
			String found = isSet() ? null : profile.property(property);
			return (found != null) ? new Setting("Property " + property + " of " + profile.description(), found) : this;
		}

		RetryMode mode() {
			if (!isSet()) {
				return RetryMode.STANDARD;
			}
			return switch (this.value.strip().toLowerCase(Locale.ROOT)) {
				case "standard" -> RetryMode.STANDARD;
				case "adaptive" -> RetryMode.ADAPTIVE;
				case "legacy" -> RetryMode.LEGACY;
				default -> throw new DynamoDbConfigurationException(this.place
						+ " is no retry mode: standard, adaptive or legacy. Correct it, or set dynamodb.retry.mode, "
						+ "which goes first");
			};
		}

		@Nullable Integer attempts() {
			if (!isSet()) {
				return null;
			}
			try {
				int attempts = Integer.parseInt(this.value.strip());
				if (attempts > 0) {
					return attempts;
				}
			}
			catch (NumberFormatException ex) {
				// Reported like a number below 1
			}
			throw new DynamoDbConfigurationException(this.place + " is no number of attempts: 1 or more, the first "
					+ "included. Correct it, or set dynamodb.retry.max-attempts, which goes first");
		}

	}

}
