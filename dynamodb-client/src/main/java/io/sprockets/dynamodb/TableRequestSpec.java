package io.sprockets.dynamodb;

import java.util.ArrayList;
import java.util.List;

import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.model.AttributeDefinition;
import io.sprockets.dynamodb.model.BillingMode;
import io.sprockets.dynamodb.model.OnDemandThroughput;
import io.sprockets.dynamodb.model.ProvisionedThroughput;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import io.sprockets.dynamodb.model.SseSpecification;
import io.sprockets.dynamodb.model.StreamSpecification;
import io.sprockets.dynamodb.model.StreamViewType;
import io.sprockets.dynamodb.model.TableClass;
import io.sprockets.dynamodb.model.TableDescription;
import io.sprockets.dynamodb.model.WarmThroughput;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The steps and the end of making and changing a table.
 *
 * @param <S> the spec
 */
abstract class TableRequestSpec<S> implements TableSpec<S> {

	protected final ClientOperations client;

	protected final WireObject request;

	private final String operation;

	TableRequestSpec(String operation, ClientOperations client, WireObject request) {
		this.operation = operation;
		this.client = client;
		this.request = request;
	}

	/**
	 * Returns the spec of another request.
	 */
	abstract S with(WireObject request);

	/**
	 * Returns the request as it is sent.
	 */
	WireObject complete() {
		return this.request;
	}

	S with(String member, Object value) {
		return with(this.request.with(member, value));
	}

	/**
	 * Adds an element to a member that is a list.
	 */
	S plus(String member, Object element) {
		return with(member, added(this.request.get(member), element));
	}

	static List<Object> added(@Nullable Object list, Object element) {
		List<Object> more = new ArrayList<>((list instanceof List<?> present) ? present : List.of());
		more.add(element);
		return List.copyOf(more);
	}

	@Override
	public S attribute(String name, ScalarAttributeType type) {
		return plus("AttributeDefinitions", new AttributeDefinition(name, type));
	}

	@Override
	public S billingMode(BillingMode billingMode) {
		return with("BillingMode", billingMode);
	}

	@Override
	public S provisionedThroughput(long readCapacityUnits, long writeCapacityUnits) {
		return with("ProvisionedThroughput", new ProvisionedThroughput(readCapacityUnits, writeCapacityUnits));
	}

	@Override
	public S onDemandThroughput(OnDemandThroughput throughput) {
		return with("OnDemandThroughput", throughput);
	}

	@Override
	public S warmThroughput(WarmThroughput throughput) {
		return with("WarmThroughput", throughput);
	}

	@Override
	public S stream(StreamViewType viewType) {
		return with("StreamSpecification", new StreamSpecification(true, viewType));
	}

	@Override
	public S sse(SseSpecification sse) {
		return with("SSESpecification", sse);
	}

	@Override
	public S tableClass(TableClass tableClass) {
		return with("TableClass", tableClass);
	}

	@Override
	public S deletionProtection(boolean enabled) {
		return with("DeletionProtectionEnabled", enabled);
	}

	@Override
	public S member(String name, Object value) {
		return with(name, value);
	}

	@Override
	public Mono<TableDescription> execute() {
		return this.client.call(this.operation, String.valueOf(this.request.get("TableName")), complete(),
				this.client.codec().member("TableDescription", TableDescription.class));
	}

	@Override
	public String toString() {
		return this.operation + this.request;
	}

}
