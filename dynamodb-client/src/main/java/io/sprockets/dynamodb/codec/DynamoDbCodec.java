package io.sprockets.dynamodb.codec;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns requests into bytes and answers into objects. The caller's mapper maps items;
 * everything around them is written and read by the codec's own.
 */
public final class DynamoDbCodec {

	private static final ItemType<Map<String, @Nullable Object>> PLAIN = new ItemType<>(PlainItemReader::new);

	private static final ItemType<Map<String, AttributeValue>> ATTRIBUTE_VALUES = new ItemType<>(
			AttributeValueReader::new);

	private final JsonMapper itemMapper;

	private final JsonMapper wireMapper = JsonMappers.forWire();

	private final Map<Type, ItemType<?>> itemTypes = new ConcurrentHashMap<>();

	private final RequestWriter requests;

	private final JsonInputs inputs = new JsonInputs();

	private final AnswerReader<Void> nothing = reader(AnswerParser::skip);

	/**
	 * Creates a codec.
	 * @param itemMapper the mapper of items that are records, beans or the like
	 */
	public DynamoDbCodec(JsonMapper itemMapper) {
		this.itemMapper = JsonMappers.forItems(itemMapper);
		this.requests = new RequestWriter(this.itemMapper, this.wireMapper);
	}

	/**
	 * Writes a request's body.
	 * @throws io.sprockets.dynamodb.error.ItemConversionException if DynamoDB has no type
	 * for a value
	 */
	public RequestBody write(WireObject request) {
		return this.requests.write(request);
	}

	/**
	 * Writes a body of plain JSON: a tree, or maps, lists and plain values.
	 */
	public RequestBody writeJson(Object body) {
		return this.requests.writeJson(body);
	}

	/**
	 * Returns the type of items that are maps of plain Java objects.
	 */
	public ItemType<Map<String, @Nullable Object>> plainItems() {
		return PLAIN;
	}

	/**
	 * Returns the type of items that stay in DynamoDB's own types.
	 */
	public ItemType<Map<String, AttributeValue>> attributeValues() {
		return ATTRIBUTE_VALUES;
	}

	/**
	 * Returns the type of items that Jackson makes, resolved at the first time.
	 */
	@SuppressWarnings("unchecked")
	public <T> ItemType<T> items(Type type) {
		ItemType<?> known = this.itemTypes.get(type);
		return (ItemType<T>) ((known != null) ? known : this.itemTypes.computeIfAbsent(type, this::resolve));
	}

	private ItemType<Object> resolve(Type type) {
		JavaType resolved = this.itemMapper.getTypeFactory().constructType(type);
		ObjectReader reader = this.itemMapper.readerFor(resolved);
		return new ItemType<>((input) -> new MappedItemReader<>(reader, input));
	}

	/**
	 * Reads of answers whether they are one, and nothing else.
	 */
	public AnswerReader<Void> nothing() {
		return this.nothing;
	}

	/**
	 * Reads the item of answers about one item, {@code null} where there is none.
	 */
	public <T> AnswerReader<T> oneItem(ItemType<T> type) {
		return reader((answer) -> answer.readItem(type).item());
	}

	/**
	 * Reads answers about one item.
	 */
	public <T> AnswerReader<ItemAnswer<T>> itemAnswers(ItemType<T> type) {
		return reader((answer) -> answer.readItem(type));
	}

	/**
	 * Reads pages of items.
	 */
	public <T> AnswerReader<PageAnswer<T>> pageAnswers(ItemType<T> type) {
		return reader((answer) -> answer.readPage(type));
	}

	/**
	 * Reads answers of batches of reads.
	 */
	public <T> AnswerReader<BatchGetAnswer<T>> batchGetAnswers(ItemType<T> type) {
		return reader((answer) -> answer.readBatchGet(type));
	}

	/**
	 * Reads answers of batches of writes.
	 */
	public AnswerReader<BatchWriteAnswer> batchWriteAnswers() {
		return reader(AnswerParser::readBatchWrite);
	}

	/**
	 * Reads one member of an answer as a structure of the service model.
	 */
	public <T> AnswerReader<T> member(String member, Class<T> type) {
		return reader((answer) -> {
			T value = answer.readMember(member, type);
			if (value == null) {
				throw new MalformedAnswerException("the answer has no member '" + member + "'", null);
			}
			return value;
		});
	}

	/**
	 * Reads answers as a structure of the service model.
	 */
	public <T> AnswerReader<T> structure(Class<T> type) {
		return reader((answer) -> answer.readStructure(type));
	}

	/**
	 * Reads answers as JSON trees.
	 */
	public AnswerReader<JsonNode> trees() {
		return structure(JsonNode.class);
	}

	private <T> AnswerReader<T> reader(Function<AnswerParser, @Nullable T> reader) {
		return (bytes, length) -> {
			try {
				return this.inputs.read(bytes, length,
						(input) -> reader.apply(new AnswerParser(input, this.wireMapper)));
			}
			catch (JacksonException ex) {
				throw MalformedAnswerException.of(ex);
			}
		};
	}

}
