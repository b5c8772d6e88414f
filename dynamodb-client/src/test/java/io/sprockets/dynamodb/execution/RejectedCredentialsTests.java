package io.sprockets.dynamodb.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RejectedCredentialsTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final RotatingProvider provider = new RotatingProvider();

	private final DynamoDbClient client = this.server.clientBuilder().credentialsProvider(this.provider).build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ExpiredTokenException", "ExpiredToken", "UnrecognizedClientException",
			"InvalidClientTokenId" })
	void areDroppedAndTheCallIsSignedWithNewOnes(String code) {
		this.server.script(FaultAnswer.error(400, code), FaultAnswer.ok("{}"));
		StepVerifier.create(call()).expectComplete().verify(SOON);
		assertThat(keyOf(0)).isEqualTo("KEY0");
		assertThat(keyOf(1)).isEqualTo("KEY1");
	}

	@Test
	void areDroppedOnceInACall() {
		this.server.script(FaultAnswer.error(400, "ExpiredTokenException"));
		StepVerifier.create(call())
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(
					DynamoDbServiceException.class, (refused) -> assertThat(refused.attempts()).isEqualTo(2)))
			.verify(SOON);
		assertThat(this.server.requests()).hasSize(2);
		assertThat(this.provider.generation).hasValue(1);
	}

	@Test
	void everyAttemptAsksForCredentials() {
		this.server.script(FaultAnswer.status(503, "").thenClose(), FaultAnswer.ok("{}"));
		Mono<Void> call = this.client.execute("ListTables", new byte[0]).then();
		StepVerifier.create(call).expectComplete().verify(SOON);
		assertThat(this.provider.asked).hasValue(2);
	}

	private Mono<Object> call() {
		return this.client.getItem("orders").key("id", "1").as(Object.class).one();
	}

	private String keyOf(int request) {
		String authorization = this.server.requests().get(request).header("Authorization");
		return authorization.substring(authorization.indexOf("Credential=") + 11, authorization.indexOf('/'));
	}

	/**
	 * Keeps a key until it is rejected.
	 */
	private static final class RotatingProvider implements AwsCredentialsProvider {

		private final AtomicInteger generation = new AtomicInteger();

		private final AtomicInteger asked = new AtomicInteger();

		@Override
		public Mono<AwsCredentials> resolve() {
			this.asked.incrementAndGet();
			return Mono.just(AwsCredentials.of("KEY" + this.generation.get(), "secret"));
		}

		@Override
		public void invalidate(AwsCredentials rejected) {
			if (rejected.accessKeyId().equals("KEY" + this.generation.get())) {
				this.generation.incrementAndGet();
			}
		}

	}

}
