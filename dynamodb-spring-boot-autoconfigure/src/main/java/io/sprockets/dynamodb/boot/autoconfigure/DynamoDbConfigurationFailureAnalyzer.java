package io.sprockets.dynamodb.boot.autoconfigure;

import io.sprockets.dynamodb.error.DynamoDbConfigurationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports what is wrong with the client's configuration, where it shows while the
 * application starts.
 */
class DynamoDbConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<DynamoDbConfigurationException> {

	private static final String ACTION = "Correct the configuration as described. "
			+ "The properties of the DynamoDB client begin with 'dynamodb.'.";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DynamoDbConfigurationException cause) {
		return new FailureAnalysis("The DynamoDB client is not configured rightly: " + cause.getMessage(), ACTION,
				cause);
	}

}
