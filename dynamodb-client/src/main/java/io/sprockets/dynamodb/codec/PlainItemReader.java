package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads items as maps of plain Java objects, in the order of the answer. Each map is made
 * in the size of the one before.
 */
final class PlainItemReader implements ItemReader<Map<String, @Nullable Object>> {

	private final JsonInput input;

	PlainItemReader(JsonInput input) {
		this.input = input;
	}

	@Override
	public Map<String, @Nullable Object> read() {
		Map<String, @Nullable Object> item = readMap(this.input.likelyMembers());
		this.input.likelyMembers(item.size());
		return item;
	}

	private Map<String, @Nullable Object> readMap(int likelySize) {
		this.input.beginObject();
		Map<String, @Nullable Object> map = new LinkedHashMap<>(MapSizes.capacity(likelySize));
		for (String name = this.input.nextName(true); name != null; name = this.input.nextName(false)) {
			map.put(name, readValue());
		}
		return map;
	}

	private @Nullable Object readValue() {
		AttributeType type = WireJson.openType(this.input);
		Object value = switch (type) {
			case S -> this.input.value();
			case N -> JsonDecimal.toNumber(this.input.string(), this.input);
			case B -> this.input.string().toBinary(this.input);
			case BOOL -> this.input.bool();
			case NULL -> {
				this.input.bool();
				yield null;
			}
			case M -> readMap(MapSizes.NESTED);
			case L -> readList();
			case SS, NS, BS -> readSet(type);
		};
		WireJson.closeType(this.input);
		return value;
	}

	private List<@Nullable Object> readList() {
		this.input.beginArray();
		List<@Nullable Object> list = new ArrayList<>(MapSizes.NESTED);
		for (boolean more = this.input.nextElement(true); more; more = this.input.nextElement(false)) {
			list.add(readValue());
		}
		return list;
	}

	private Set<Object> readSet(AttributeType type) {
		this.input.beginArray();
		Set<Object> set = new LinkedHashSet<>(MapSizes.capacity(MapSizes.SET));
		for (boolean more = this.input.nextElement(true); more; more = this.input.nextElement(false)) {
			JsonText text = this.input.string();
			set.add(switch (type) {
				case NS -> JsonDecimal.toNumber(text, this.input);
				case BS -> ByteBuffer.wrap(text.toBinary(this.input));
				default -> text.toText(this.input);
			});
		}
		return set;
	}

}
