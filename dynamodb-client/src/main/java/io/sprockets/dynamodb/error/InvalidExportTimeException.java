package io.sprockets.dynamodb.error;

/**
 * The time to export is out of range.
 */
public final class InvalidExportTimeException extends DynamoDbServiceException {

	public InvalidExportTimeException(ServiceError error) {
		super(error);
	}

}
