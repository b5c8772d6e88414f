package io.sprockets.dynamodb.test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.test.secrets.Leak;
import io.sprockets.test.secrets.SecretScan;
import io.sprockets.test.secrets.SecretWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves that the watch over these tests finds secrets, by giving some away on purpose.
 */
class SecretWatchTests {

	@Test
	void secretsInAnyLogAreFound() {
		for (String name : List.of("io.sprockets.dynamodb", "reactor.netty", "io.netty", "org.springframework")) {
			String secret = SecretWatch.keep("given-away-to-" + name);
			Logger logger = LoggerFactory.getLogger(name);
			assertThat(logger.isTraceEnabled()).isTrue();
			logger.trace("Headers: {}", Map.of("token", secret));
			assertFound(secret, name);
		}
	}

	@Test
	void secretsInLoggedExceptionsAreFoundAtAnyDepth() {
		String secret = SecretWatch.keep("given-away-by-a-cause");
		RuntimeException failure = new RuntimeException("outer", new RuntimeException(secret));
		LoggerFactory.getLogger("io.sprockets.dynamodb").debug("Failed", failure);
		assertFound(secret, "an exception logged by io.sprockets.dynamodb");
	}

	@Test
	void secretsInExceptionsThatNobodyLogsAreFound() {
		String secret = SecretWatch.keep("given-away-by-a-suppressed-one");
		new DynamoDbConfigurationException("outer", null).addSuppressed(new RuntimeException(secret));
		assertFound(secret, DynamoDbConfigurationException.class.getName());
	}

	@Test
	void secretsInOutputAreFound() {
		String secret = SecretWatch.keep("given-away-by-print");
		System.out.println("out " + secret);
		System.err.print("err ");
		System.err.println(secret);
		assertThat(SecretWatch.takeThoseOf(secret)).extracting(Leak::place).contains("System.out", "System.err");
	}

	@Test
	@SuppressWarnings("try")
	void secretsInNamesOfThreadsAndContextsAreFound() throws InterruptedException {
		String secret = SecretWatch.keep("given-away-by-a-name");
		Thread thread = new Thread(() -> LoggerFactory.getLogger("any").trace("Nothing secret"), "worker " + secret);
		thread.start();
		thread.join(Duration.ofSeconds(10).toMillis());
		assertFound(secret, "the thread name of any");
		try (MDC.MDCCloseable context = MDC.putCloseable("key", secret)) {
			LoggerFactory.getLogger("any").trace("Nothing secret");
		}
		assertFound(secret, "the MDC of any");
	}

	@Test
	void keysAndTokensAreKnownFromTheirFirstUse() {
		AwsCredentials.of("AKID-OF-WATCH-TESTS", "secret-of-watch-tests", "token-of-watch-tests");
		CredentialsRequest.of("POST", URI.create("http://localhost"), Duration.ofSeconds(1))
			.withHeader("X-aws-ec2-metadata-token", "header-of-watch-tests")
			.withBody("{\"clientSecret\":\"json-of-watch-tests\"}".getBytes(StandardCharsets.UTF_8));
		new CredentialsResponse(200, Map.of(),
				"WebIdentityToken=form-of-watch-tests&b=c".getBytes(StandardCharsets.UTF_8));
		for (String secret : List.of("AKID-OF-WATCH-TESTS", "secret-of-watch-tests", "token-of-watch-tests",
				"header-of-watch-tests", "json-of-watch-tests", "form-of-watch-tests")) {
			LoggerFactory.getLogger("any").trace("It is {}", secret);
			assertFound(secret, "any");
		}
	}

	@Test
	void signaturesAndDumpsOfTheWireAreFoundWhateverIsInThem() {
		SecretScan scan = new SecretScan();
		assertThat(scan.find("a Signature=" + "0a".repeat(32))).startsWith("Signature=");
		assertThat(scan.find("AWS4-HMAC-SHA256 Credential=AKID/20261124")).isNotNull();
		assertThat(scan.find(ByteBufUtil.prettyHexDump(Unpooled.copiedBuffer(new byte[40])))).isNotNull();
		assertThat(scan.find("Signature=wrong, Credential=none, |  0  2")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123456789", "between the first 0123456789 and the last", "0123456789 at the start",
			"at the end 0123456789", "00123456789", "012345678 then 0123456789" })
	void secretIsFoundWhereverItIsInAText(String text) {
		SecretScan scan = new SecretScan();
		scan.add("0123456789");
		scan.add("another secret");
		assertThat(scan.find(text)).isEqualTo("0123456789");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "012345678", "0123456788", "another secre" })
	void textWithoutASecretIsNothing(String text) {
		SecretScan scan = new SecretScan();
		scan.add("0123456789");
		scan.add("another secret");
		scan.add("short");
		assertThat(scan.find(text)).isNull();
	}

	private static void assertFound(String secret, String place) {
		assertThat(SecretWatch.takeThoseOf(secret)).extracting(Leak::place).contains(place);
	}

}
