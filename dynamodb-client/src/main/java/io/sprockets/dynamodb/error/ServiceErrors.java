package io.sprockets.dynamodb.error;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * From an error's name to its class.
 */
public final class ServiceErrors {

	private static final int TOO_MANY_REQUESTS = 429;

	private static final Map<String, Function<ServiceError, DynamoDbServiceException>> BY_CODE = new HashMap<>();

	static {
		register(ConditionalCheckFailedException::new, "ConditionalCheckFailedException", "ConditionalCheckFailed");
		register(TransactionCanceledException::new, "TransactionCanceledException");
		register(ProvisionedThroughputExceededException::new, "ProvisionedThroughputExceededException");
		register(ThrottlingException::new, "ThrottlingException", "Throttling", "ThrottledException",
				"RequestThrottled", "RequestThrottledException", "TooManyRequestsException", "SlowDown",
				"BandwidthLimitExceeded", "PriorRequestNotComplete", "EC2ThrottledException");
		register(RequestLimitExceededException::new, "RequestLimitExceeded", "RequestLimitExceededException");
		register(TransactionInProgressException::new, "TransactionInProgressException");
		register(LimitExceededException::new, "LimitExceededException");
		register(InternalServerErrorException::new, "InternalServerError", "InternalServerErrorException",
				"InternalFailure", "InternalError", "InternalServiceError");
		register(ServiceUnavailableException::new, "ServiceUnavailable", "ServiceUnavailableException");
		register(ReplicatedWriteConflictException::new, "ReplicatedWriteConflictException");
		register(TransactionConflictException::new, "TransactionConflictException");
		register(IdempotentParameterMismatchException::new, "IdempotentParameterMismatchException",
				"IdempotentParameterMismatch");
		register(ItemCollectionSizeLimitExceededException::new, "ItemCollectionSizeLimitExceededException");
		register(DuplicateItemException::new, "DuplicateItemException", "DuplicateItem");
		register(ResourceNotFoundException::new, "ResourceNotFoundException");
		register(ResourceInUseException::new, "ResourceInUseException");
		register(TableAlreadyExistsException::new, "TableAlreadyExistsException");
		register(TableInUseException::new, "TableInUseException");
		register(TableNotFoundException::new, "TableNotFoundException");
		register(IndexNotFoundException::new, "IndexNotFoundException");
		register(GlobalTableAlreadyExistsException::new, "GlobalTableAlreadyExistsException");
		register(GlobalTableNotFoundException::new, "GlobalTableNotFoundException");
		register(ReplicaAlreadyExistsException::new, "ReplicaAlreadyExistsException");
		register(ReplicaNotFoundException::new, "ReplicaNotFoundException");
		register(BackupInUseException::new, "BackupInUseException");
		register(BackupNotFoundException::new, "BackupNotFoundException");
		register(ContinuousBackupsUnavailableException::new, "ContinuousBackupsUnavailableException");
		register(PointInTimeRecoveryUnavailableException::new, "PointInTimeRecoveryUnavailableException");
		register(InvalidRestoreTimeException::new, "InvalidRestoreTimeException");
		register(ExportConflictException::new, "ExportConflictException");
		register(ExportNotFoundException::new, "ExportNotFoundException");
		register(InvalidExportTimeException::new, "InvalidExportTimeException");
		register(ImportConflictException::new, "ImportConflictException");
		register(ImportNotFoundException::new, "ImportNotFoundException");
		register(PolicyNotFoundException::new, "PolicyNotFoundException");
		register(InvalidEndpointException::new, "InvalidEndpointException");
		register(ExpiredIteratorException::new, "ExpiredIteratorException");
		register(TrimmedDataAccessException::new, "TrimmedDataAccessException");
		register(ValidationException::new, "ValidationException", "ValidationError", "InvalidParameterCombination",
				"InvalidParameterCombinationException", "InvalidParameterValue", "InvalidParameterValueException",
				"InvalidQueryParameter", "MalformedQueryString", "MissingParameter");
		register(SerializationException::new, "SerializationException");
		register(UnknownOperationException::new, "UnknownOperationException", "InvalidAction", "MissingAction");
		register(RequestEntityTooLargeException::new, "RequestEntityTooLarge", "RequestEntityTooLargeException");
		register(RequestTimeoutException::new, "RequestTimeout", "RequestTimeoutException");
		register(AccessDeniedException::new, "AccessDeniedException", "AccessDenied", "NotAuthorized", "OptInRequired");
		register(UnrecognizedClientException::new, "UnrecognizedClientException", "InvalidClientTokenId");
		register(ExpiredTokenException::new, "ExpiredTokenException", "ExpiredToken");
		register(InvalidSignatureException::new, "InvalidSignatureException", "SignatureDoesNotMatch", "RequestExpired",
				"RequestTimeTooSkewed", "RequestInTheFuture", "AuthFailure");
		register(IncompleteSignatureException::new, "IncompleteSignatureException", "IncompleteSignature");
		register(MissingAuthenticationTokenException::new, "MissingAuthenticationTokenException",
				"MissingAuthenticationToken");
	}

	private ServiceErrors() {
	}

	/**
	 * Returns the exception of an error: the class of its name, or a general one.
	 */
	public static DynamoDbServiceException toException(ServiceError error) {
		Function<ServiceError, DynamoDbServiceException> constructor = (error.code() != null)
				? BY_CODE.get(error.code()) : null;
		if (constructor != null) {
			return constructor.apply(error);
		}
		return (error.code() == null && error.status() == TOO_MANY_REQUESTS) ? new ThrottlingException(error)
				: new DynamoDbServiceException(error);
	}

	private static void register(Function<ServiceError, DynamoDbServiceException> constructor, String... codes) {
		for (String code : codes) {
			BY_CODE.put(code, constructor);
		}
	}

}
