package io.sprockets.dynamodb.profile;

import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.ConfigFileParseException;
import io.sprockets.dynamodb.error.ProfileNotFoundException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The config and credentials files that AWS's tools share, read when first asked, off the
 * subscriber's thread.
 */
public final class ProfileFiles {

	private final AwsEnvironment environment;

	private final @Nullable String configured;

	private final WatchedProfiles profiles;

	private final CachedLookup<Profile> profile;

	/**
	 * Creates the files of an environment.
	 * @param environment where the files, and the profile if not given here, are named
	 * @param profileName the profile to use ({@code dynamodb.profile}); {@code null} or
	 * blank for {@code aws.profile}, {@code AWS_PROFILE}, {@code AWS_DEFAULT_PROFILE},
	 * then {@code default}
	 */
	public ProfileFiles(AwsEnvironment environment, @Nullable String profileName) {
		this.environment = environment;
		this.configured = (profileName != null && !profileName.isBlank()) ? profileName : null;
		this.profiles = new WatchedProfiles(environment, this.configured);
		this.profile = new CachedLookup<>(latest().map(ProfileSet::selected));
	}

	/**
	 * Returns whether the profile was given to this object, not found in the environment.
	 */
	public boolean isProfileNamedInCode() {
		return this.configured != null;
	}

	/**
	 * Returns whether anything names the profile, here or in the environment.
	 */
	public boolean isProfileNamed() {
		return ProfileSelection.of(this.configured, this.environment).isNamed();
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

	/**
	 * Returns the profiles as the files have them now, or had them before someone began
	 * to write: they are read again only if they have changed.
	 * @return the profiles, or an error as {@link #load()} has it if the files were never
	 * read without one
	 */
	public Mono<ProfileSet> latest() {
		return Mono.fromCallable(this::readLatest).subscribeOn(Schedulers.boundedElastic());
	}

	private @Nullable ProfileSet readLatest() {
		try {
			return this.profiles.latest();
		}
		catch (InterruptedException ex) {
			// Who cancelled wants no answer
			return null;
		}
	}

	/**
	 * Reads the files again if they were read and have changed since.
	 * @return {@link #changes()} after that
	 */
	public Mono<Integer> reload() {
		return Mono.fromCallable(() -> {
			this.profiles.reload();
			return changes();
		}).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Returns how often the files turned out to hold something else than before.
	 */
	public int changes() {
		return this.profiles.changes();
	}

}
