package io.sprockets.test.secrets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/**
 * Reads every event of every logger for secrets.
 */
public final class ScannedLog extends UnsynchronizedAppenderBase<ILoggingEvent> {

	@Override
	protected void append(ILoggingEvent event) {
		String logger = event.getLoggerName();
		SecretWatch.scan(logger, event.getFormattedMessage());
		SecretWatch.scan("the thread name of " + logger, event.getThreadName());
		if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
			SecretWatch.scan("an exception logged by " + logger, ThrownExceptions.text(proxy.getThrowable()));
		}
		if (event.getKeyValuePairs() != null) {
			SecretWatch.scan("a key value of " + logger, event.getKeyValuePairs().toString());
		}
		event.getMDCPropertyMap().forEach((key, value) -> SecretWatch.scan("the MDC of " + logger, value));
	}

}
