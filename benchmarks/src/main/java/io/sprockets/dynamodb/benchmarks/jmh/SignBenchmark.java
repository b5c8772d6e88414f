package io.sprockets.dynamodb.benchmarks.jmh;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.sprockets.dynamodb.benchmarks.workload.WireRequests;
import io.sprockets.dynamodb.benchmarks.workload.Workload;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.signing.AwsV4Signer;
import io.sprockets.dynamodb.signing.SignableHeaders;
import io.sprockets.dynamodb.signing.SignableRequest;
import io.sprockets.dynamodb.signing.Signature;

/**
 * Signing a request whose headers are known, with a key that is cached.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignBenchmark {

	private final AwsV4Signer signer = new AwsV4Signer("dynamodb");

	private final AwsCredentials credentials = AwsCredentials.of("AKIAIOSFODNN7EXAMPLE",
			"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

	private final SignableHeaders headers = SignableHeaders.ofHost("dynamodb.us-east-1.amazonaws.com")
		.with("content-type", "application/x-amz-json-1.0")
		.with("x-amz-target", "DynamoDB_20120810.PutItem");

	private final Instant time = Instant.parse("2026-11-24T02:47:09Z");

	@Param({ "GetItem", "PutItem" })
	private String workload = "";

	private byte[] body = {};

	@Setup
	public void prepare() {
		this.body = WireRequests.body(Workload.parse(this.workload));
	}

	@Benchmark
	public Signature sign() {
		return this.signer.sign(this.credentials, "us-east-1", this.time, SignableRequest.of(this.headers, this.body));
	}

}
