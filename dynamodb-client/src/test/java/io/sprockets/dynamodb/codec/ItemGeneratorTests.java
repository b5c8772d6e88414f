package io.sprockets.dynamodb.codec;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.sprockets.dynamodb.codec.WireObject.Item;
import io.sprockets.dynamodb.error.ItemConversionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@link ItemGenerator} as custom serializers use it.
 */
class ItemGeneratorTests {

	private static final String TEXT = "grün \uD83D\uDE00\n";

	@Test
	void everyWayToWriteTextWritesText() {
		for (Writing way : List.<Writing>of((out) -> out.writeString(TEXT.toCharArray(), 0, TEXT.length()),
				(out) -> out.writeString(new StringReader(TEXT), -1),
				(out) -> out.writeString(new StringReader(TEXT + "more"), TEXT.length()),
				(out) -> out.writeUTF8String(TEXT.getBytes(StandardCharsets.UTF_8), 0,
						TEXT.getBytes(StandardCharsets.UTF_8).length),
				(out) -> out.writeString(new SerializedString(TEXT)), (out) -> out.writePOJO(TEXT))) {
			assertThat(write(Map.of("v", way)).at("/v/S").asString()).isEqualTo(TEXT);
			assertThat(write(new Holder(way)).at("/value/S").asString()).isEqualTo(TEXT);
			assertThat(write(Map.of("v", Set.of(way))).at("/v/SS/0").asString()).isEqualTo(TEXT);
			assertThat(write(Map.of("v", List.of(1, way))).at("/v/L/1/S").asString()).isEqualTo(TEXT);
		}
	}

	@Test
	void everyWayToWriteBinariesWritesBinaries() {
		byte[] bytes = { -1, -2, -3, 4 };
		for (Writing way : List.<Writing>of((out) -> out.writeBinary(bytes),
				(out) -> out.writeBinary(new ByteArrayInputStream(bytes), -1),
				(out) -> out.writeBinary(new ByteArrayInputStream(bytes), 4),
				(out) -> out.writeEmbeddedObject(bytes))) {
			assertThat(write(new Holder(way)).at("/value/B").binaryValue()).isEqualTo(bytes);
		}
	}

	@Test
	void everyWayToWriteNumbersWritesNumbers() {
		for (Writing way : List.<Writing>of((out) -> out.writeNumber((short) 7), (out) -> out.writeNumber("7"),
				(out) -> out.writeNumber("007"), (out) -> out.writeNumber(new BigDecimal("7")),
				(out) -> out.writeTree(JsonMapper.shared().readTree("7")))) {
			assertThat(write(new Holder(way)).at("/value/N").asString()).isEqualTo("7");
		}
	}

	@Test
	void serializersSeeWhereTheyAre() {
		Writing where = (out) -> out.writeString(out.streamWriteContext().getParent().currentName() + ' '
				+ out.currentValue().getClass().getSimpleName() + ' ' + out.streamWriteContext().pathAsPointer()
				+ out.isEnabled(StreamWriteFeature.IGNORE_UNKNOWN));
		assertThat(write(new Outer(new Holder(where))).at("/inner/M/value/S").asString())
			.isEqualTo("inner Holder /inner/valuefalse");
	}

	static Stream<Writing> refused() {
		return Stream.of((out) -> out.writeRaw("1"), (out) -> out.writeRawValue("1"), (out) -> out.writeRaw('1'),
				(out) -> out.writeString(new StringReader("a"), 2),
				(out) -> out.writeBinary(new ByteArrayInputStream(new byte[1]), 2), JsonGenerator::writeEndObject,
				(out) -> out.writeNumber("NaN"));
	}

	@ParameterizedTest
	@MethodSource
	void refused(Writing way) {
		assertThatExceptionOfType(ItemConversionException.class).isThrownBy(() -> write(Map.of("a", List.of(1, way))))
			.satisfies((error) -> assertThat(error.attributePath()).startsWith("a[1]"));
	}

	private static JsonNode write(Object item) {
		SimpleModule module = new SimpleModule().addSerializer(Writing.class, new WritingSerializer());
		DynamoDbCodec codec = new DynamoDbCodec(JsonMapper.builder().addModule(module).build());
		RequestBody body = codec.write(WireObject.of("Item", new Item(item)));
		return JsonMapper.shared().readTree(body.array(), 0, body.length()).get("Item");
	}

	@FunctionalInterface
	interface Writing {

		void writeTo(JsonGenerator out);

	}

	record Holder(Writing value) {

	}

	record Outer(Holder inner) {

	}

	static class WritingSerializer extends StdSerializer<Writing> {

		WritingSerializer() {
			super(Writing.class);
		}

		@Override
		public void serialize(Writing value, JsonGenerator out, SerializationContext context) {
			value.writeTo(out);
		}

	}

}
