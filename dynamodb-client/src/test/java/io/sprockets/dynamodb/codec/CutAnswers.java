package io.sprockets.dynamodb.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.sprockets.dynamodb.error.ItemConversionException;
import tools.jackson.core.JacksonException;

/**
 * Has every beginning of an answer read, and requires that nothing comes of it, whatever
 * stands behind it in the array: nothing, the answer's rest or what would complete it.
 */
final class CutAnswers {

	private static final byte[] GARBAGE = "\"}}]}]}}".repeat(8).getBytes(StandardCharsets.US_ASCII);

	private final DynamoDbCodec codec;

	CutAnswers(DynamoDbCodec codec) {
		this.codec = codec;
	}

	void requireRefused(GeneratedAnswer answer) {
		List<AnswerReader<?>> readers = readers(answer);
		for (int length = 0; length < answer.lengthToLastBrace(); length++) {
			byte[] cut = Arrays.copyOf(answer.bytes(), length);
			if (isJson(cut)) {
				throw new AssertionError("Jackson accepts it cut at byte " + length);
			}
			byte[] garbled = Arrays.copyOf(cut, length + GARBAGE.length);
			System.arraycopy(GARBAGE, 0, garbled, length, GARBAGE.length);
			for (int i = 0; i < readers.size(); i++) {
				boolean refused = refuses(readers.get(i), answer.bytes(), length)
						&& refuses(readers.get(i), (length % 2 == 0) ? cut : garbled, length);
				if (!refused) {
					throw new AssertionError("reader " + i + " accepts it cut at byte " + length);
				}
			}
		}
	}

	private List<AnswerReader<?>> readers(GeneratedAnswer answer) {
		List<AnswerReader<?>> readers = new ArrayList<>(List.of(this.codec.nothing(), this.codec.trees(),
				reader(this.codec.plainItems(), answer), reader(this.codec.attributeValues(), answer)));
		AnswerReader<?> records = reader(this.codec.items(VariedRecord.class), answer);
		try {
			records.read(answer.bytes());
			readers.add(records);
		}
		catch (ItemConversionException ex) {
			// What does not fit may be found before the end that is missing
		}
		return readers;
	}

	private AnswerReader<?> reader(ItemType<?> type, GeneratedAnswer answer) {
		return answer.page() ? this.codec.pageAnswers(type) : this.codec.itemAnswers(type);
	}

	private static boolean isJson(byte[] bytes) {
		try {
			PlainJacksonReading.tree(bytes, bytes.length);
			return true;
		}
		catch (JacksonException | PlainJacksonReading.NotOfTheProtocol ex) {
			return false;
		}
	}

	private static boolean refuses(AnswerReader<?> reader, byte[] bytes, int length) {
		try {
			reader.read(bytes, length);
			return false;
		}
		catch (MalformedAnswerException ex) {
			return true;
		}
	}

}
