package io.sprockets.dynamodb.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * By what a change of a file is told without reading it: one written in place has another
 * time or size, one put in its place another key.
 *
 * @param modified when it was last written, {@code null} if there is no such file
 * @param size its length in bytes
 * @param key what tells it from other files, {@code null} where the platform has none
 */
record FileStamp(@Nullable FileTime modified, long size, @Nullable Object key) {

	private static final FileStamp NO_FILE = new FileStamp(null, 0, null);

	/**
	 * Returns a file's stamp of now. Blocks.
	 */
	static FileStamp of(SharedFile file) {
		if (file.location() == null) {
			return NO_FILE;
		}
		try {
			BasicFileAttributes attributes = Files.readAttributes(Path.of(file.location()), BasicFileAttributes.class);
			return new FileStamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
		}
		catch (IOException | InvalidPathException ex) {
			return NO_FILE;
		}
	}

	/**
	 * Says whether the file was last written so little time ago that someone may still be
	 * at it. A time far ahead, by another machine's clock, does not count.
	 */
	boolean isYoungerThan(Duration age) {
		return this.modified != null
				&& Math.abs(System.currentTimeMillis() - this.modified.toMillis()) < age.toMillis();
	}

}
