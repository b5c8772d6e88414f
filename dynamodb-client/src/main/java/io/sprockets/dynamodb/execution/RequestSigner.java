package io.sprockets.dynamodb.execution;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.sprockets.dynamodb.codec.RequestBody;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.signing.AwsV4Signer;
import io.sprockets.dynamodb.signing.SignableHeaders;
import io.sprockets.dynamodb.signing.SignableRequest;
import io.sprockets.dynamodb.signing.Signature;

/**
 * Signs attempts. The headers of an endpoint and an operation are prepared once.
 */
final class RequestSigner {

	private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

	private static final int MAX_CACHED = 500;

	/** The service in the signature, for DynamoDB Streams too. */
	private final AwsV4Signer signer = new AwsV4Signer("dynamodb");

	private final Map<HostAndTarget, SignableHeaders> headers = new ConcurrentHashMap<>();

	private final ServiceClock clock;

	RequestSigner(ServiceClock clock) {
		this.clock = clock;
	}

	/**
	 * Prepares a call: what all its attempts sign alike.
	 */
	SignableRequest prepare(Endpoint endpoint, String target, RequestBody body) {
		return SignableRequest.of(headers(new HostAndTarget(endpoint.host(), target)), body.array(), body.length());
	}

	/**
	 * Signs an attempt with the time of now by the service's clock.
	 * @throws DynamoDbConfigurationException if credentials cannot be sent
	 */
	Signature sign(AwsCredentials credentials, Endpoint endpoint, SignableRequest request) {
		try {
			return this.signer.sign(credentials, endpoint.signingRegion(), this.clock.now(), request);
		}
		catch (IllegalArgumentException ex) {
			throw new DynamoDbConfigurationException(
					"Nothing can be signed with these credentials: " + ex.getMessage() + "; check their source", ex);
		}
	}

	private SignableHeaders headers(HostAndTarget key) {
		SignableHeaders prepared = this.headers.get(key);
		if (prepared == null) {
			prepared = SignableHeaders.ofHost(key.host())
				.with("Content-Type", CONTENT_TYPE)
				.with("X-Amz-Target", key.target());
			if (this.headers.size() < MAX_CACHED) {
				this.headers.put(key, prepared);
			}
		}
		return prepared;
	}

	private record HostAndTarget(String host, String target) {

	}

}
