package io.sprockets.dynamodb.codec;

import io.sprockets.dynamodb.error.ItemConversionException;
import org.jspecify.annotations.Nullable;

/**
 * A value that DynamoDB's types cannot hold, on its way out of the item: each container
 * it leaves adds where it was, so that nothing has to keep a path while all goes well.
 */
final class UnwritableValueException extends RuntimeException {

	static final String TOO_DEEP = "the item is nested too deeply, or holds itself";

	private static final long serialVersionUID = 1L;

	private final String path;

	private final String problem;

	UnwritableValueException(String problem) {
		this("", problem, null);
	}

	UnwritableValueException(String path, String problem, @Nullable Throwable cause) {
		super(problem, cause, false, false);
		this.path = path;
		this.problem = problem;
	}

	UnwritableValueException in(String container) {
		return new UnwritableValueException(join(container, this.path), this.problem, getCause());
	}

	UnwritableValueException at(int index) {
		return in("[" + index + "]");
	}

	ItemConversionException toItemConversion() {
		return new ItemConversionException(this.path, this.problem, getCause());
	}

	static String join(String container, String path) {
		boolean dotted = !container.isEmpty() && !path.isEmpty() && path.charAt(0) != '[';
		return dotted ? container + "." + path : container + path;
	}

}
