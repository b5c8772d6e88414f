package io.sprockets.dynamodb.codec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TreeNode;
import tools.jackson.core.tree.ArrayTreeNode;
import tools.jackson.core.tree.ObjectTreeNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What item generators have of the mapper; one for all of them. Of its settings for JSON
 * as text there is none: they could break the request.
 */
final class ItemWriteContext extends ObjectWriteContext.Base {

	private final JsonMapper mapper;

	private final ObjectWriter writer;

	private final int features;

	ItemWriteContext(JsonMapper mapper) {
		this.mapper = mapper;
		this.writer = mapper.writer();
		this.features = featuresOf(mapper);
	}

	private static int featuresOf(JsonMapper mapper) {
		int features = 0;
		for (StreamWriteFeature feature : StreamWriteFeature.values()) {
			if (mapper.isEnabled(feature)) {
				features |= feature.getMask();
			}
		}
		return features;
	}

	@Override
	public int getStreamWriteFeatures(int defaults) {
		return this.features;
	}

	@Override
	public TokenStreamFactory tokenStreamFactory() {
		return this.mapper.tokenStreamFactory();
	}

	@Override
	public ObjectTreeNode createObjectNode() {
		return this.mapper.createObjectNode();
	}

	@Override
	public ArrayTreeNode createArrayNode() {
		return this.mapper.createArrayNode();
	}

	@Override
	public void writeValue(JsonGenerator generator, Object value) {
		this.writer.writeValue(generator, value);
	}

	@Override
	public void writeTree(JsonGenerator generator, TreeNode tree) {
		this.writer.writeValue(generator, tree);
	}

}
