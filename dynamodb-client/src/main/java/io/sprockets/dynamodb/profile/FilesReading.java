package io.sprockets.dynamodb.profile;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One reading of both files.
 *
 * @param files the places that were looked at
 * @param stamps the files' stamps before they were read
 * @param unchanged whether they were the same afterwards
 * @param profiles what was read, {@code null} if that failed
 * @param failure why it failed, {@code null} if it did not
 */
record FilesReading(List<SharedFile> files, List<FileStamp> stamps, boolean unchanged, @Nullable ProfileSet profiles,
		@Nullable RuntimeException failure) {

	/**
	 * The coarsest steps in which file systems keep times.
	 */
	private static final Duration TIME_STEP = Duration.ofSeconds(2);

	/**
	 * Reads the files. Blocks.
	 */
	static FilesReading of(List<SharedFile> files, ProfileSelection selection) {
		List<FileStamp> stamps = stamps(files);
		ProfileSet profiles = null;
		RuntimeException failure = null;
		try {
			SharedFiles read = SharedFiles.read(files);
			profiles = new ProfileSet(read, read.select(selection));
		}
		catch (RuntimeException ex) {
			failure = ex;
		}
		return new FilesReading(files, stamps, stamps.equals(stamps(files)), profiles, failure);
	}

	static List<FileStamp> stamps(List<SharedFile> files) {
		return files.stream().map(FileStamp::of).toList();
	}

	/**
	 * Says whether nobody wrote while the files were read, nor shortly before, so that
	 * what was read is no half of something.
	 */
	boolean isSettled(Duration rest) {
		return this.unchanged && hasRested(this.stamps, rest);
	}

	static boolean hasRested(List<FileStamp> stamps, Duration rest) {
		return stamps.stream().noneMatch((stamp) -> stamp.isYoungerThan(rest));
	}

	/**
	 * Says whether a later change would show in the stamps: one in the same step of time
	 * would not.
	 */
	boolean isTellable() {
		return this.unchanged && hasRested(this.stamps, TIME_STEP);
	}

	/**
	 * Says whether each file that another reading found was found here too.
	 */
	boolean hasAllFilesOf(FilesReading other) {
		for (int i = 0; i < this.stamps.size(); i++) {
			if (this.stamps.get(i).modified() == null && other.stamps.get(i).modified() != null) {
				return false;
			}
		}
		return true;
	}

	ProfileSet required() {
		if (this.profiles == null) {
			throw (this.failure != null) ? this.failure : new IllegalStateException("Neither profiles nor failure");
		}
		return this.profiles;
	}

}
