package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JsonBytes}: what it writes, Jackson reads back.
 */
class JsonBytesTests {

	private final JsonMapper json = JsonMapper.shared();

	@Test
	void everyCharacterOfTheBasicPlaneIsReadBack() {
		for (int i = 0; i <= Character.MAX_VALUE; i++) {
			if (!Character.isSurrogate((char) i)) {
				String text = "a" + (char) i + "b";
				assertThat(read(1, (out) -> out.writeString(text)).asString()).isEqualTo(text);
			}
		}
	}

	@Test
	void randomTextIsReadBackAsNameAndAsValue() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int i = 0; i < 20_000; i++) {
			String text = RandomText.next(random, random.nextInt(301));
			JsonNode object = read(1 + random.nextInt(40), (out) -> {
				out.write('{');
				out.writeName(text);
				out.writeString(text);
				out.writeName(new SerializedString(text + 1));
				out.writeString(new SerializedString(text));
				out.write('}');
			});
			assertThat(object.propertyNames()).as("seed " + seed).containsExactly(text, text + 1);
			assertThat(object.values()).as("seed " + seed).allMatch((value) -> value.asString().equals(text));
		}
	}

	@Test
	void textIsNoLongerThanItHasToBe() {
		JsonBytes out = new JsonBytes(1);
		out.writeString("grün/\uD83D\uDE00\n\u0001\u007F");
		assertThat(new String(out.toBody().toByteArray(), StandardCharsets.UTF_8))
			.isEqualTo("\"grün/\uD83D\uDE00\\n\\u0001\u007F\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uD83D", "\uDE00", "a\uD83Db", "\uD83D\uD83D\uDE00", "\uDE00\uD83D", "ü\uD83D" })
	void halfACharacterIsRefused(String text) {
		assertThatExceptionOfType(UnwritableValueException.class).isThrownBy(() -> new JsonBytes(100).writeString(text))
			.withMessageContaining("surrogate");
	}

	@Test
	void integersAreWrittenInDigits() {
		assertThat(digits(0)).isEqualTo("0");
		assertThat(digits(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
		assertThat(digits(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
		for (long power = 1; power <= Long.MAX_VALUE / 10; power *= 10) {
			for (long number : new long[] { power - 1, power, power + 1, power * 10 - 1, power * 9 }) {
				assertThat(digits(number)).isEqualTo(Long.toString(number));
				assertThat(digits(-number)).isEqualTo(Long.toString(-number));
			}
		}
		new Random().longs(10_000).forEach((number) -> assertThat(digits(number)).isEqualTo(Long.toString(number)));
		new Random().ints(10_000).forEach((number) -> assertThat(digits(number)).isEqualTo(Integer.toString(number)));
	}

	@Test
	void binariesOfEveryLengthAreWrittenInBase64() {
		Random random = new Random();
		for (int length = 0; length <= 100; length++) {
			byte[] bytes = new byte[length];
			random.nextBytes(bytes);
			String expected = Base64.getEncoder().encodeToString(bytes);
			assertThat(read(1, (out) -> out.writeBinary(bytes)).asString()).isEqualTo(expected);
			ByteBuffer within = ByteBuffer.allocate(length + 7).position(3).put(bytes).flip().position(3);
			assertThat(read(1, (out) -> out.writeBinary(within.slice())).asString()).isEqualTo(expected);
			assertThat(read(1, (out) -> out.writeBinary(within)).asString()).isEqualTo(expected);
			assertThat(read(1, (out) -> out.writeBinary(within.asReadOnlyBuffer())).asString()).isEqualTo(expected);
			assertThat(within.remaining()).isEqualTo(length);
		}
	}

	@Test
	void growsAtEveryBoundary() {
		String text = "plain \u00FC\uD83D\uDE00\" and \u0000 more";
		byte[] expected = written(10_000, text);
		for (int capacity = 1; capacity <= expected.length + 1; capacity++) {
			assertThat(written(capacity, text)).isEqualTo(expected);
		}
		assertThat(this.json.readTree(expected).at("/" + text.length() + "/2").asString()).isEqualTo(text);
	}

	private byte[] written(int capacity, String text) {
		JsonBytes out = new JsonBytes(capacity);
		out.write('{');
		for (int i = 0; i <= text.length(); i++) {
			out.writeName(Integer.toString(i));
			out.write('[');
			out.writeDigits(Long.MIN_VALUE);
			out.separate();
			out.writeBinary(new byte[i]);
			out.separate();
			out.writeString(text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, i))));
			out.write(']');
		}
		out.write('}');
		return out.toBody().toByteArray();
	}

	private JsonNode read(int capacity, Consumer<JsonBytes> writing) {
		JsonBytes out = new JsonBytes(capacity);
		writing.accept(out);
		RequestBody body = out.toBody();
		return this.json.readTree(body.array(), 0, body.length());
	}

	private String digits(long number) {
		JsonBytes out = new JsonBytes(1);
		out.writeDigits(number);
		return new String(out.toBody().toByteArray(), StandardCharsets.US_ASCII);
	}

}
