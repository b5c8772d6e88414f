package io.sprockets.dynamodb.boot.autoconfigure.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches where {@code dynamodb.endpoint} is not set: one that is set was meant.
 */
class EndpointNotSetCondition extends SpringBootCondition {

	private static final String PROPERTY = "dynamodb.endpoint";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Embedded DynamoDB");
		return StringUtils.hasText(context.getEnvironment().getProperty(PROPERTY))
				? ConditionOutcome.noMatch(message.because(PROPERTY + " is set"))
				: ConditionOutcome.match(message.because(PROPERTY + " is not set"));
	}

}
