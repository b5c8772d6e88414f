package io.sprockets.dynamodb.codec;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The two mappers of a codec.
 */
public final class JsonMappers {

	/** DynamoDB's attribute names reach 64 KB, beyond Jackson's own limit. */
	private static final int MAX_NAME_LENGTH = 65_536;

	private JsonMappers() {
	}

	/**
	 * Creates the mapper of items where the application has none.
	 */
	public static JsonMapper plain() {
		return JsonMapper.builder(factory()).build();
	}

	/**
	 * Returns the application's mapper with what DynamoDB's format needs: enums by name,
	 * and nothing that would break an item out of the answer around it.
	 */
	static JsonMapper forItems(JsonMapper application) {
		return application.rebuild()
			.disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
			.disable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.FLUSH_AFTER_WRITE_VALUE,
					SerializationFeature.WRAP_ROOT_VALUE, SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
			.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.UNWRAP_ROOT_VALUE)
			.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
			.addModule(new ItemModule())
			.build();
	}

	/**
	 * Creates the mapper of the service model's structures.
	 */
	static JsonMapper forWire() {
		return JsonMapper.builder(factory())
			.propertyNamingStrategy(new WireNaming())
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
			.build();
	}

	private static JsonFactory factory() {
		return JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNameLength(MAX_NAME_LENGTH).build())
			.build();
	}

}
