package io.sprockets.dynamodb.error;

/**
 * The resource has no policy, or not the expected revision of it.
 */
public final class PolicyNotFoundException extends DynamoDbServiceException {

	public PolicyNotFoundException(ServiceError error) {
		super(error);
	}

}
