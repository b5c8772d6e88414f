package io.sprockets.dynamodb.codec;

import io.sprockets.dynamodb.error.ItemConversionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * From Jackson's exceptions to the client's own. Jackson's messages are left out, since
 * they may quote the value.
 */
final class ItemConversions {

	private ItemConversions() {
	}

	/**
	 * Returns the error of an object that Jackson could not write.
	 * @param path where in the object the generator was, for the errors that are its own
	 */
	static UnwritableValueException ofWriting(JacksonException ex, String path) {
		UnwritableValueException own = find(ex, UnwritableValueException.class);
		if (own != null) {
			return own.in(path);
		}
		String problem = (find(ex, StreamConstraintsException.class) != null) ? UnwritableValueException.TOO_DEEP
				: problemOf(ex);
		return new UnwritableValueException(pathIn(ex), problem, UnquotedCause.of(ex));
	}

	/**
	 * Returns the error of an item that Jackson could not read.
	 * @param path where the reading stopped
	 */
	static RuntimeException ofReading(JacksonException ex, String path) {
		MalformedAnswerException malformed = find(ex, MalformedAnswerException.class);
		if (malformed != null) {
			return malformed;
		}
		// Another parser's failure is that of a deserializer which reads a text as JSON
		boolean ofAnswer = ex instanceof StreamReadException && !(ex instanceof InputCoercionException)
				&& ex.processor() instanceof ItemParser;
		if (ofAnswer || find(ex, StreamConstraintsException.class) != null) {
			return MalformedAnswerException.of(ex);
		}
		String inside = pathIn(ex);
		return new ItemConversionException(inside.isEmpty() ? path : inside, problemOf(ex), UnquotedCause.of(ex));
	}

	private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

	private static String pathIn(JacksonException ex) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : ex.getPath()) {
			if (reference.getPropertyName() != null) {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
			else if (reference.getIndex() >= 0) {
				path.append('[').append(reference.getIndex()).append(']');
			}
		}
		return path.toString();
	}

	private static String problemOf(JacksonException ex) {
		String kind = ex.getClass().getSimpleName();
		if (ex instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
			return "the stored type does not fit " + mismatch.getTargetType().getTypeName() + " (" + kind + ")";
		}
		if (ex instanceof InputCoercionException overflow) {
			return "the stored number does not fit " + overflow.getTargetType().getTypeName() + " (" + kind + ")";
		}
		return (ex instanceof DatabindException) ? "Jackson cannot map the value (" + kind + ")"
				: "the value cannot be written (" + kind + ")";
	}

}
