package io.sprockets.dynamodb.boot.autoconfigure.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports why the embedded DynamoDB cannot be started, and what to do.
 */
class EmbeddedDynamoDbFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedDynamoDbException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedDynamoDbException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
	}

}
