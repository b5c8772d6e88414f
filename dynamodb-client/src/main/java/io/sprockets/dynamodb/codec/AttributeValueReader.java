package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;

/**
 * Reads items as maps of attribute values, in the order of the answer.
 */
final class AttributeValueReader implements ItemReader<Map<String, AttributeValue>> {

	private final JsonInput input;

	AttributeValueReader(JsonInput input) {
		this.input = input;
	}

	@Override
	public Map<String, AttributeValue> read() {
		Map<String, AttributeValue> item = readMap(this.input.likelyMembers());
		this.input.likelyMembers(item.size());
		return item;
	}

	private Map<String, AttributeValue> readMap(int likelySize) {
		this.input.beginObject();
		Map<String, AttributeValue> map = new LinkedHashMap<>(MapSizes.capacity(likelySize));
		for (String name = this.input.nextName(true); name != null; name = this.input.nextName(false)) {
			map.put(name, readValue());
		}
		return map;
	}

	private AttributeValue readValue() {
		AttributeType type = WireJson.openType(this.input);
		AttributeValue value = switch (type) {
			case S -> new AttributeValue.S(this.input.value());
			case N -> new AttributeValue.N(readText());
			case B -> new AttributeValue.B(readBinary());
			case BOOL -> new AttributeValue.Bool(this.input.bool());
			case NULL -> {
				this.input.bool();
				yield new AttributeValue.Null();
			}
			case M -> new AttributeValue.M(readMap(MapSizes.NESTED));
			case L -> new AttributeValue.L(readList());
			case SS -> new AttributeValue.Ss(readTexts());
			case NS -> new AttributeValue.Ns(readTexts());
			case BS -> new AttributeValue.Bs(readBinaries());
		};
		WireJson.closeType(this.input);
		return value;
	}

	private String readText() {
		return this.input.string().toText(this.input);
	}

	private byte[] readBinary() {
		return this.input.string().toBinary(this.input);
	}

	private List<AttributeValue> readList() {
		this.input.beginArray();
		List<AttributeValue> list = new ArrayList<>(MapSizes.NESTED);
		for (boolean more = this.input.nextElement(true); more; more = this.input.nextElement(false)) {
			list.add(readValue());
		}
		return list;
	}

	private Set<String> readTexts() {
		this.input.beginArray();
		Set<String> texts = new LinkedHashSet<>(MapSizes.capacity(MapSizes.SET));
		for (boolean more = this.input.nextElement(true); more; more = this.input.nextElement(false)) {
			texts.add(readText());
		}
		return texts;
	}

	private List<byte[]> readBinaries() {
		this.input.beginArray();
		List<byte[]> binaries = new ArrayList<>(MapSizes.NESTED);
		for (boolean more = this.input.nextElement(true); more; more = this.input.nextElement(false)) {
			binaries.add(readBinary());
		}
		return binaries;
	}

}
