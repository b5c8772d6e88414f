package io.sprockets.dynamodb;

import io.sprockets.dynamodb.model.BillingMode;
import io.sprockets.dynamodb.model.OnDemandThroughput;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import io.sprockets.dynamodb.model.SseSpecification;
import io.sprockets.dynamodb.model.StreamViewType;
import io.sprockets.dynamodb.model.TableClass;
import io.sprockets.dynamodb.model.TableDescription;
import io.sprockets.dynamodb.model.WarmThroughput;
import reactor.core.publisher.Mono;

/**
 * What the making and the changing of a table have in common.
 *
 * @param <S> the spec itself
 */
public interface TableSpec<S> {

	/**
	 * Defines an attribute that a key of the table or of an index uses.
	 */
	S attribute(String name, ScalarAttributeType type);

	/**
	 * Chooses how the table is paid for.
	 */
	S billingMode(BillingMode billingMode);

	/**
	 * Provisions capacity, in units per second.
	 */
	S provisionedThroughput(long readCapacityUnits, long writeCapacityUnits);

	/**
	 * Sets upper limits of an on-demand table.
	 */
	S onDemandThroughput(OnDemandThroughput throughput);

	/**
	 * Sets what the table can serve at once.
	 */
	S warmThroughput(WarmThroughput throughput);

	/**
	 * Switches the stream on.
	 */
	S stream(StreamViewType viewType);

	/**
	 * Chooses the encryption.
	 */
	S sse(SseSpecification sse);

	/**
	 * Chooses the storage class.
	 */
	S tableClass(TableClass tableClass);

	/**
	 * Protects the table against deletion, or no longer.
	 */
	S deletionProtection(boolean enabled);

	/**
	 * Sets any member of the request by its name on the wire, for what has no method
	 * here: global tables, vector indexes and whatever the service adds.
	 * @param name the member's name, for example {@code ReplicaUpdates}
	 * @param value strings, numbers, booleans, lists and maps of them
	 */
	S member(String name, Object value);

	/**
	 * Sends the request.
	 * @return the table as the service describes it, in general not yet active
	 */
	Mono<TableDescription> execute();

}
