package io.sprockets.dynamodb.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.signing.AwsV4Signer;
import io.sprockets.dynamodb.signing.SignableHeaders;
import io.sprockets.dynamodb.signing.SignableRequest;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.ReceivedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RequestOnTheWireTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX")
		.withZone(ZoneOffset.UTC);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final DynamoDbClient client = this.server.clientBuilder().build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void isPostToRootWithDynamoDbHeadersOnce() {
		StepVerifier.create(this.client.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
		ReceivedRequest request = onlyRequest();
		assertThat(request.line()).isEqualTo("POST / HTTP/1.1");
		assertThat(request.header("Host")).isEqualTo(this.server.endpoint().getRawAuthority());
		assertThat(request.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
		assertThat(request.header("X-Amz-Target")).isEqualTo("DynamoDB_20120810.GetItem");
		assertThat(request.header("Content-Length")).isEqualTo(Integer.toString(request.body().length));
		assertThat(request.header("User-Agent")).startsWith("sprockets-dynamodb");
		assertThat(request.header("amz-sdk-request")).isEqualTo("attempt=1; max=4");
		assertThat(request.header("amz-sdk-invocation-id")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	}

	@Test
	void asksNeitherForCompressionNorSendsInChunks() {
		StepVerifier.create(this.client.describeTable("orders")).expectError().verify(SOON);
		assertThat(this.server.requests()).allSatisfy((request) -> assertThat(request.headers())
			.doesNotContainKeys("Accept-Encoding", "Transfer-Encoding", "Expect", "Content-Encoding"));
	}

	@Test
	void isSignedWithTheKeyAndTheTimeItSays() {
		StepVerifier.create(this.client.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
		assertSignedBy(onlyRequest(), FaultServer.CREDENTIALS);
		assertThat(onlyRequest().hasHeader("X-Amz-Security-Token")).isFalse();
	}

	@Test
	void carriesAndSignsTokenOfTemporaryCredentials() {
		AwsCredentials temporary = AwsCredentials.of("ASIATEMP", "temporary-secret", "token-of-session");
		try (DynamoDbClient client = this.server.clientBuilder()
			.credentialsProvider(AwsCredentialsProvider.of(temporary))
			.build()) {
			StepVerifier.create(client.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
		}
		assertThat(onlyRequest().header("X-Amz-Security-Token")).isEqualTo("token-of-session");
		assertSignedBy(onlyRequest(), temporary);
	}

	@Test
	void customizersDefaultHeadersAndFiltersLeaveSignatureIntact() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.webClient((builder) -> builder.defaultHeader("X-Team", "orders")
				.defaultHeader("Content-Type", "text/plain")
				.defaultHeader("X-Amz-Target", "Other.Target")
				.filter((request, next) -> {
					assertThat(request.headers().getFirst("X-Amz-Target")).isEqualTo("DynamoDB_20120810.GetItem");
					return next.exchange(request);
				}))
			.build()) {
			StepVerifier.create(client.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
		}
		assertThat(onlyRequest().header("X-Team")).isEqualTo("orders");
		assertThat(onlyRequest().header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
		assertSignedBy(onlyRequest(), FaultServer.CREDENTIALS);
	}

	@Test
	void rawBodyIsSentAsItIs() {
		byte[] body = "\r\n{ \"TableName\" :\t\"ä\u0000\" }  ".getBytes(StandardCharsets.UTF_8);
		StepVerifier.create(this.client.execute("GetItem", body)).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(onlyRequest().body()).isEqualTo(body);
		assertSignedBy(onlyRequest(), FaultServer.CREDENTIALS);
	}

	@Test
	void emptyRawBodyIsSentWithLengthZero() {
		StepVerifier.create(this.client.execute("GetItem", new byte[0]))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		assertThat(onlyRequest().header("Content-Length")).isEqualTo("0");
		assertSignedBy(onlyRequest(), FaultServer.CREDENTIALS);
	}

	@Test
	void operationsOfStreamsHaveTheirOwnTarget() {
		StepVerifier.create(this.client.execute("ListStreams", Map.of()))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		assertThat(onlyRequest().header("X-Amz-Target")).isEqualTo("DynamoDBStreams_20120810.ListStreams");
		assertSignedBy(onlyRequest(), FaultServer.CREDENTIALS);
	}

	@Test
	void nameWithDotIsTheWholeTarget() {
		StepVerifier.create(this.client.execute("DynamoDB_20301231.Ponder", Map.of()))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		assertThat(onlyRequest().header("X-Amz-Target")).isEqualTo("DynamoDB_20301231.Ponder");
	}

	@Test
	void requestOf16MegabytesArrivesWhole() {
		byte[] body = ("{\"Pad\":\"" + "x".repeat(16 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
		StepVerifier.create(this.client.execute("BatchWriteItem", body))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		assertThat(onlyRequest().body()).isEqualTo(body);
	}

	@Test
	void connectionIsUsedAgain() {
		// The answer may be there before its connection is back in the pool, so that only
		// a pool of one cannot take another
		try (DynamoDbClient single = this.server.clientBuilder().maxClients(1).build()) {
			for (int i = 0; i < 5; i++) {
				StepVerifier.create(single.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
			}
		}
		assertThat(this.server.requests()).hasSize(5);
		assertThat(this.server.connections()).isOne();
	}

	private ReceivedRequest onlyRequest() {
		List<ReceivedRequest> requests = this.server.requests();
		assertThat(requests).hasSize(1);
		return requests.get(0);
	}

	private static void assertSignedBy(ReceivedRequest request, AwsCredentials credentials) {
		SignableHeaders headers = SignableHeaders.ofHost(request.header("Host"))
			.with("Content-Type", request.header("Content-Type"))
			.with("X-Amz-Target", request.header("X-Amz-Target"));
		Instant time = AMZ_DATE.parse(request.header("X-Amz-Date"), Instant::from);
		assertThat(request.header("Authorization")).isEqualTo(new AwsV4Signer("dynamodb")
			.sign(credentials, "eu-central-1", time, SignableRequest.of(headers, request.body()))
			.authorization());
	}

}
