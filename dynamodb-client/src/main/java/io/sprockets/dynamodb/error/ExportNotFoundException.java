package io.sprockets.dynamodb.error;

/**
 * The export does not exist.
 */
public final class ExportNotFoundException extends DynamoDbServiceException {

	public ExportNotFoundException(ServiceError error) {
		super(error);
	}

}
