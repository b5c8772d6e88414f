package io.sprockets.dynamodb.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the bodies of requests.
 */
final class RequestWriter {

	private final ItemWriteContext items;

	private final JsonMapper structures;

	private final SizeHints sizes = new SizeHints();

	/**
	 * Creates a writer.
	 * @param itemMapper the mapper of items
	 * @param structures the mapper of the service model's structures
	 */
	RequestWriter(JsonMapper itemMapper, JsonMapper structures) {
		this.items = new ItemWriteContext(itemMapper);
		this.structures = structures;
	}

	RequestBody write(WireObject request) {
		JsonBytes out = new JsonBytes(this.sizes.capacityFor(request));
		try {
			new WireObjectWriter(out, new ItemWriter(out, this.items), this.structures).write(request);
		}
		catch (UnwritableValueException ex) {
			throw ex.toItemConversion();
		}
		catch (JacksonException ex) {
			throw ItemConversions.ofWriting(ex, "").toItemConversion();
		}
		this.sizes.note(request, out.size());
		return out.toBody();
	}

	/**
	 * Writes a body of plain JSON.
	 */
	RequestBody writeJson(Object body) {
		try {
			return RequestBody.of(this.structures.writeValueAsBytes(body));
		}
		catch (JacksonException ex) {
			throw ItemConversions.ofWriting(ex, "").toItemConversion();
		}
	}

}
