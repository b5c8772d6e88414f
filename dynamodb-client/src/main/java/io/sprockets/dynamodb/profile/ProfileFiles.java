package io.sprockets.dynamodb.profile;

import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.ConfigFileParseException;
import io.sprockets.dynamodb.error.ProfileNotFoundException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The config and credentials files that AWS's tools share, read when first asked, once,
 * off the subscriber's thread.
 */
public final class ProfileFiles {

	private final boolean profileNamedInCode;

	private final CachedLookup<Profile> profile;

	/**
	 * Creates the files of an environment.
	 * @param environment where the files, and the profile if not given here, are named
	 * @param profileName the profile to use ({@code dynamodb.profile}); {@code null} or
	 * blank for {@code aws.profile}, {@code AWS_PROFILE}, {@code AWS_DEFAULT_PROFILE},
	 * then {@code default}
	 */
	public ProfileFiles(AwsEnvironment environment, @Nullable String profileName) {
		String configured = (profileName != null && !profileName.isBlank()) ? profileName : null;
		this.profileNamedInCode = configured != null;
		this.profile = new CachedLookup<>(Mono
			.fromCallable(() -> SharedFiles.read(environment).select(ProfileSelection.of(configured, environment)))
			.subscribeOn(Schedulers.boundedElastic()));
	}

	/**
	 * Returns whether the profile was given to this object, not found in the environment.
	 */
	public boolean isProfileNamedInCode() {
		return this.profileNamedInCode;
	}

	/**
	 * Returns the profile in use, read at the first subscription; after an error the next
	 * subscription reads again.
	 * @return the profile, or ConfigFileNotFoundException if it is named and no file or
	 * not the named file exists, ProfileNotFoundException if it is named but in no file,
	 * ConfigFileParseException if a file cannot be read or understood
	 */
	public Mono<Profile> load() {
		return this.profile.get();
	}

	/**
	 * Says whether an error of {@link #load()} is about the files, or the profile in
	 * them.
	 */
	public static boolean isUnusable(Throwable failure) {
		return failure instanceof ConfigFileNotFoundException || failure instanceof ConfigFileParseException
				|| failure instanceof ProfileNotFoundException;
	}

}
