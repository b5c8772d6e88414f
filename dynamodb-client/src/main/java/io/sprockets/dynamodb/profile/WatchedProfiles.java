package io.sprockets.dynamodb.profile;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The profiles, read again once the files have changed. Nothing that may be half written
 * takes the place of what was read before: neither what cannot be parsed, lacks a file or
 * the profile, nor what someone wrote to within the last moments. Reading blocks.
 */
final class WatchedProfiles {

	/**
	 * How long a file must have rested to be believed where nothing was read before.
	 */
	private static final Duration SHORT_REST = Duration.ofMillis(100);

	/**
	 * The same where something was, and someone waits.
	 */
	private static final Duration REST = Duration.ofMillis(500);

	/**
	 * The same where nobody waits.
	 */
	private static final Duration LONG_REST = Duration.ofSeconds(1);

	private static final Duration BETWEEN_READINGS = Duration.ofMillis(100);

	private static final int MAX_READINGS = 10;

	private final AwsEnvironment environment;

	private final @Nullable String configured;

	private volatile @Nullable Good good;

	private final AtomicInteger changes = new AtomicInteger();

	/**
	 * Creates the profiles.
	 * @param configured the name of the profile in use, {@code null} for the
	 * environment's
	 */
	WatchedProfiles(AwsEnvironment environment, @Nullable String configured) {
		this.environment = environment;
		this.configured = configured;
	}

	/**
	 * Returns the profiles as they are in the files; as they were, if the files cannot be
	 * believed now.
	 * @throws RuntimeException if they were never read well
	 * @throws InterruptedException if the thread is to do something else
	 */
	ProfileSet latest() throws InterruptedException {
		Good known = this.good;
		List<SharedFile> files = SharedFile.locateAll(this.environment);
		if (known != null && known.isStillOf(files)) {
			return known.profiles();
		}
		FilesReading reading = settledReading(files, (known != null) ? REST : SHORT_REST);
		if (known != null && !(reading.isSettled(REST) && known.canBeReplacedBy(reading))) {
			return known.profiles();
		}
		return keep(reading, known);
	}

	/**
	 * Reads the files again if they were read and have changed since.
	 */
	void reload() {
		Good known = this.good;
		List<SharedFile> files = SharedFile.locateAll(this.environment);
		if (known != null && !known.isStillOf(files) && FilesReading.hasRested(FilesReading.stamps(files), LONG_REST)) {
			FilesReading reading = FilesReading.of(files, selection());
			if (reading.isSettled(LONG_REST) && known.canBeReplacedBy(reading)) {
				keep(reading, known);
			}
		}
	}

	private ProfileSet keep(FilesReading reading, @Nullable Good known) {
		ProfileSet profiles = reading.required();
		this.good = new Good(reading, profiles);
		if (known != null && !profiles.isSameAs(known.profiles())) {
			this.changes.incrementAndGet();
		}
		return profiles;
	}

	/**
	 * Returns how often what was read was not what had been read before. Does not block.
	 */
	int changes() {
		return this.changes.get();
	}

	private FilesReading settledReading(List<SharedFile> files, Duration rest) throws InterruptedException {
		FilesReading reading = FilesReading.of(files, selection());
		for (int i = 1; i < MAX_READINGS && !reading.isSettled(rest); i++) {
			Thread.sleep(BETWEEN_READINGS.toMillis());
			reading = FilesReading.of(files, selection());
		}
		return reading;
	}

	private ProfileSelection selection() {
		return ProfileSelection.of(this.configured, this.environment);
	}

	/**
	 * What was read well.
	 */
	private record Good(FilesReading reading, ProfileSet profiles) {

		boolean isStillOf(List<SharedFile> files) {
			return this.reading.isTellable() && this.reading.files().equals(files)
					&& this.reading.stamps().equals(FilesReading.stamps(files));
		}

		boolean canBeReplacedBy(FilesReading other) {
			ProfileSet profiles = other.profiles();
			return profiles != null && other.hasAllFilesOf(this.reading)
					&& (this.profiles.selected().isEmpty() || !profiles.selected().isEmpty());
		}

	}

}
