package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpRequest;

import io.sprockets.dynamodb.credentials.AwsCredentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The signing key that {@link AwsV4Signer} remembers.
 */
class AwsV4SignerKeyTests {

	private static final Instant TIME = Instant.parse("2026-03-01T23:59:58Z");

	private static final String REGION = "us-east-1";

	private static final AwsCredentials CREDENTIALS = AwsCredentials.of("AKIDEXAMPLE", "secret");

	private static final String HOST = "dynamodb.us-east-1.amazonaws.com";

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	private final AwsV4Signer signer = new AwsV4Signer("dynamodb");

	private final ReferenceSigner reference = new ReferenceSigner("dynamodb");

	@Test
	void keyIsKeptWithinDayRegionAndCredentials() {
		SigningKey key = this.signer.signingKey(CREDENTIALS, REGION, AmzDate.of(TIME));
		assertThat(this.signer.signingKey(AwsCredentials.of("AKIDEXAMPLE", "secret"), REGION,
				AmzDate.of(TIME.minus(Duration.ofHours(20)))))
			.isSameAs(key);
	}

	@Test
	void anotherDayGetsAnotherKey() {
		verify(new Call(CREDENTIALS, REGION, TIME), new Call(CREDENTIALS, REGION, TIME.plusSeconds(1)),
				new Call(CREDENTIALS, REGION, TIME.plusSeconds(2)), new Call(CREDENTIALS, REGION, TIME),
				new Call(CREDENTIALS, REGION, TIME.minus(Duration.ofDays(365))));
	}

	@Test
	void anotherRegionGetsAnotherKey() {
		verify(new Call(CREDENTIALS, REGION, TIME), new Call(CREDENTIALS, "eu-central-1", TIME),
				new Call(CREDENTIALS, REGION, TIME));
	}

	@Test
	void anotherSecretOfTheSameAccessKeyIdGetsAnotherKey() {
		AwsCredentials rotated = AwsCredentials.of("AKIDEXAMPLE", "another secret");
		verify(new Call(CREDENTIALS, REGION, TIME), new Call(rotated, REGION, TIME),
				new Call(CREDENTIALS, REGION, TIME));
	}

	@Test
	void anotherAccessKeyIdOfTheSameSecretIsNamedInTheAuthorization() {
		verify(new Call(CREDENTIALS, REGION, TIME), new Call(AwsCredentials.of("AKIDOTHER", "secret"), REGION, TIME));
	}

	@Test
	void anotherTokenOfTheSameSecretIsSigned() {
		verify(new Call(CREDENTIALS, REGION, TIME),
				new Call(AwsCredentials.of("AKIDEXAMPLE", "secret", "token"), REGION, TIME),
				new Call(AwsCredentials.of("AKIDEXAMPLE", "secret", "refreshed token"), REGION, TIME),
				new Call(CREDENTIALS, REGION, TIME));
	}

	@Test
	void anotherServiceGetsAnotherKey() {
		AmzDate date = AmzDate.of(TIME);
		byte[] text = { 1 };
		assertThat(new AwsV4Signer("sts").signingKey(CREDENTIALS, REGION, date).sign(text))
			.isNotEqualTo(this.signer.signingKey(CREDENTIALS, REGION, date).sign(text));
	}

	@Test
	void threadsThatShareASignerGetTheirOwnSignatures() throws Exception {
		List<Call> calls = new ArrayList<>();
		for (int day = 0; day < 2; day++) {
			for (String region : List.of(REGION, "eu-central-1")) {
				for (String secret : List.of("secret", "another secret")) {
					calls.add(new Call(AwsCredentials.of("AKIDEXAMPLE", secret, (day == 0) ? null : "token"), region,
							TIME.plus(Duration.ofDays(day))));
				}
			}
		}
		List<String> expected = calls.stream().map(this::expected).toList();
		assertThat(new HashSet<>(expected)).hasSameSizeAs(calls);
		int threads = 8;
		CyclicBarrier start = new CyclicBarrier(threads);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<Set<String>>> results = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				int offset = thread;
				results.add(executor.submit((Callable<Set<String>>) () -> {
					start.await(10, TimeUnit.SECONDS);
					Set<String> wrong = new HashSet<>();
					for (int i = 0; i < 4_000; i++) {
						// Runs of one call, so that threads use a key as well as replace
						// it
						int index = (offset + i / 7) % calls.size();
						String authorization = sign(calls.get(index)).authorization();
						if (!authorization.equals(expected.get(index))) {
							wrong.add(authorization);
						}
					}
					return wrong;
				}));
			}
			for (Future<Set<String>> result : results) {
				assertThat(result.get(60, TimeUnit.SECONDS)).isEmpty();
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	private void verify(Call... calls) {
		for (Call call : calls) {
			assertThat(sign(call).authorization()).isEqualTo(expected(call));
		}
	}

	private Signature sign(Call call) {
		SignableHeaders headers = SignableHeaders.ofHost(HOST)
			.with(ReferenceSigner.CONTENT_HASH_HEADER,
					"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
		return this.signer.sign(call.credentials(), call.region(), call.time(), SignableRequest.of(headers, BODY));
	}

	private String expected(Call call) {
		SdkHttpRequest signed = this.reference.sign(call.credentials(), call.region(), call.time(), HOST, Map.of(),
				BODY);
		return signed.firstMatchingHeader("Authorization").orElseThrow();
	}

	private record Call(AwsCredentials credentials, String region, Instant time) {

	}

}
