package io.sprockets.dynamodb.sample;

import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.DynamoDbThrottlingException;
import io.sprockets.dynamodb.error.ValidationException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;

/**
 * What a caller is told when something fails.
 */
@RestControllerAdvice
class OrderErrors extends ResponseEntityExceptionHandler {

	@ExceptionHandler
	ProblemDetail notFound(OrderNotFoundException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail conflict(ConditionalCheckFailedException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"The order exists already, or is not in the status the change asks for");
	}

	@ExceptionHandler
	ProblemDetail throttled(DynamoDbThrottlingException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, "Too many requests, try again later");
	}

	@ExceptionHandler
	ProblemDetail badRequest(ValidationException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The request cannot be carried out as it is");
	}

}
