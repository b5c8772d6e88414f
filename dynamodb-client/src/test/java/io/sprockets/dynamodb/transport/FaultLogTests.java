package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.retry.RetrySettings;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is logged at any level while everything goes wrong: no secret, and no error, which
 * the calls have.
 */
class FaultLogTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final AwsCredentials CREDENTIALS = AwsCredentials.of("AKIDTOHIDE", "secret-to-hide",
			"token-to-hide");

	private static final String KEY = "value-to-hide";

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Logger connecting = (Logger) LoggerFactory.getLogger("reactor.netty.http.client.HttpClientConnect");

	private final SearchingAppender appender = new SearchingAppender();

	private Level rootLevel;

	private Level connectingLevel;

	@BeforeEach
	void listen() {
		this.rootLevel = this.root.getLevel();
		this.connectingLevel = this.connecting.getLevel();
		this.root.getAppender("CONSOLE").stop();
		this.root.setLevel(Level.TRACE);
		this.connecting.setLevel(Level.TRACE);
		this.appender.start();
		this.root.addAppender(this.appender);
	}

	@AfterEach
	void stop() {
		this.root.detachAppender(this.appender);
		this.root.setLevel(this.rootLevel);
		this.connecting.setLevel(this.connectingLevel);
		this.root.getAppender("CONSOLE").start();
	}

	@ParameterizedTest
	@EnumSource
	void hasNoSecretInIt(ExchangeKind kind) {
		try (FaultServer server = new FaultServer();
				DynamoDbClient client = kind.of(server.clientBuilder())
					.credentialsProvider(AwsCredentialsProvider.of(CREDENTIALS))
					.attemptTimeout(SOON)
					.retry(RetrySettings.none())
					.build()) {
			Faults.all().forEach((fault) -> {
				server.script(fault.answer());
				Mono<?> item = client.getItem("orders").key("id", KEY).one();
				StepVerifier.create(item)
					.expectErrorSatisfies((failure) -> assertThat(failure).as(fault.name()).isInstanceOf(fault.error()))
					.verify(SOON);
			});
			assertThat(this.appender.events).isPositive();
			assertThat(this.appender.leaks).isEmpty();
			assertThat(this.appender.errors).isEmpty();
		}
	}

	/**
	 * Keeps the lines that hold a secret.
	 */
	private static final class SearchingAppender extends AppenderBase<ILoggingEvent> {

		private static final List<String> SECRETS = List.of(CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey(),
				"token-to-hide", "Signature=", KEY, "the whole of it");

		private final List<String> leaks = new CopyOnWriteArrayList<>();

		private final List<String> errors = new CopyOnWriteArrayList<>();

		private int events;

		@Override
		protected void append(ILoggingEvent event) {
			this.events++;
			IThrowableProxy failure = event.getThrowableProxy();
			String line = event.getThreadName() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
					+ ((failure != null) ? ThrowableProxyUtil.asString(failure) : "");
			if (SECRETS.stream().anyMatch(line::contains)) {
				this.leaks.add(line);
			}
			if (event.getLevel() == Level.ERROR) {
				this.errors.add(line);
			}
		}

	}

}
