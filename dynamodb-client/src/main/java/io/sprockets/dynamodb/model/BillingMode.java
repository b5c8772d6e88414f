package io.sprockets.dynamodb.model;

/**
 * How a table is paid for.
 */
public enum BillingMode {

	/** By provisioned capacity. */
	PROVISIONED,

	/** By request, "on demand". */
	PAY_PER_REQUEST

}
