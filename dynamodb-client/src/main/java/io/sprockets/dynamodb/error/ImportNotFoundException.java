package io.sprockets.dynamodb.error;

/**
 * The import does not exist.
 */
public final class ImportNotFoundException extends DynamoDbServiceException {

	public ImportNotFoundException(ServiceError error) {
		super(error);
	}

}
