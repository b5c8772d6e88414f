package io.sprockets.dynamodb;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import io.micrometer.observation.ObservationRegistry;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.hedging.HedgeSettings;
import io.sprockets.dynamodb.observation.AttemptObservationConvention;
import io.sprockets.dynamodb.observation.OperationObservationConvention;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.retry.RetryMode;
import io.sprockets.dynamodb.retry.RetrySettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes a {@link DynamoDbClient}. What is not set is looked up at the first call, in
 * AWS's usual places.
 */
public interface DynamoDbClientBuilder {

	/** How long a call may take by default. */
	Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(20);

	/** How long calls in flight may go on by default once the client is closed. */
	Duration DEFAULT_CLOSE_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * Sets the region; from {@code AWS_REGION}, {@code AWS_DEFAULT_REGION} or the profile
	 * by default.
	 */
	DynamoDbClientBuilder region(@Nullable String region);

	/**
	 * Sets the endpoint; from {@code DYNAMODB_ENDPOINT},
	 * {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code AWS_ENDPOINT_URL} or the region by
	 * default. An endpoint on this machine needs neither region nor credentials.
	 */
	DynamoDbClientBuilder endpoint(@Nullable URI endpoint);

	/**
	 * Sets whether the endpoint may be plain HTTP on another machine, where anyone on the
	 * way can read and change items; {@code false} by default. On this machine it may be
	 * in any case.
	 */
	DynamoDbClientBuilder allowInsecureHttp(boolean allowed);

	/**
	 * Sets the profile of the config and credentials files, which are then the only
	 * source of credentials.
	 */
	DynamoDbClientBuilder profile(@Nullable String profile);

	/**
	 * Sets the source of credentials; AWS's usual chain by default.
	 */
	DynamoDbClientBuilder credentialsProvider(@Nullable AwsCredentialsProvider credentialsProvider);

	/**
	 * Sets where environment variables and system properties are read; this process's by
	 * default.
	 */
	DynamoDbClientBuilder environment(AwsEnvironment environment);

	/**
	 * Sets how many requests may be in flight, which is the size of the connection pool;
	 * 100 by default.
	 */
	DynamoDbClientBuilder maxClients(int maxClients);

	/**
	 * Sets how many calls may wait for a connection; twice {@code max-clients} by
	 * default.
	 */
	DynamoDbClientBuilder pendingAcquireMaxCount(int count);

	/**
	 * Sets how long a call waits for a connection of the pool; 1 second by default. Until
	 * the client has its first answer, it counts from the last request that was sent.
	 */
	DynamoDbClientBuilder acquireTimeout(Duration timeout);

	/**
	 * Sets how long each step to a connection may take: looking up the host's name,
	 * connecting, the TLS handshake; 1 second by default.
	 */
	DynamoDbClientBuilder connectTimeout(Duration timeout);

	/**
	 * Sets how long one HTTP attempt may take, from the connection to the last byte; 5
	 * seconds by default.
	 */
	DynamoDbClientBuilder attemptTimeout(Duration timeout);

	/**
	 * Sets how many bytes the body of an answer may have, unpacked too; 64 MB by default.
	 * A larger one ends its call and connection, and is not asked for again.
	 */
	DynamoDbClientBuilder maxResponseSize(long bytes);

	/**
	 * Sets how long a call may take with all its attempts; 20 seconds by default.
	 */
	DynamoDbClientBuilder callTimeout(Duration timeout);

	/**
	 * Sets how long {@link DynamoDbClient#close()} lets calls in flight go on; 5 seconds
	 * by default, zero to end them at once.
	 */
	DynamoDbClientBuilder closeTimeout(Duration timeout);

	/**
	 * Sets the numbers of the retry rules, all of them; then mode, attempts and whether
	 * to retry once sent have no effect, and nothing is looked up.
	 */
	DynamoDbClientBuilder retry(@Nullable RetrySettings settings);

	/**
	 * Sets the rules of retries; from {@code aws.retryMode}, {@code AWS_RETRY_MODE}, the
	 * profile's {@code retry_mode}, or DynamoDB's of 2026 by default.
	 */
	DynamoDbClientBuilder retryMode(@Nullable RetryMode mode);

	/**
	 * Sets how many attempts a call may have, the first included; from
	 * {@code aws.maxAttempts}, {@code AWS_MAX_ATTEMPTS}, the profile's
	 * {@code max_attempts}, or the mode by default.
	 */
	DynamoDbClientBuilder maxAttempts(@Nullable Integer maxAttempts);

	/**
	 * Sets whether a write is tried again whose request was sent and whose answer was
	 * lost; {@code true} by default. {@link CallContext#sendOnce()} is the same for a
	 * single call.
	 */
	DynamoDbClientBuilder retryOnceSent(boolean retryOnceSent);

	/**
	 * Sets when slow reads are sent a second time; never by default.
	 */
	DynamoDbClientBuilder hedging(@Nullable HedgeSettings settings);

	/**
	 * Sets the mapper of records and beans; a plain one by default. Its modules, mixins
	 * and features count for items, never for the wire format around them.
	 */
	DynamoDbClientBuilder jsonMapper(JsonMapper jsonMapper);

	/**
	 * Sets where observations of operations and attempts go; nowhere by default.
	 */
	DynamoDbClientBuilder observationRegistry(ObservationRegistry observationRegistry);

	/**
	 * Sets names and key values of operations' observations.
	 */
	DynamoDbClientBuilder operationObservationConvention(@Nullable OperationObservationConvention convention);

	/**
	 * Sets names and key values of attempts' observations.
	 */
	DynamoDbClientBuilder attemptObservationConvention(@Nullable AttemptObservationConvention convention);

	/**
	 * Sets whose event loops to use, those of the application's server for example, so
	 * that a call does not change the thread. By default the client has its own, one for
	 * each processor. Only the loops are shared: the connection pool is always the
	 * client's own.
	 */
	DynamoDbClientBuilder reactorResources(@Nullable ReactorResourceFactory resources);

	/**
	 * Shapes the client's own WebClient, filters included. Called once, after those given
	 * before. What a filter throws arrives at the caller as it is, and is not retried.
	 */
	DynamoDbClientBuilder webClient(Consumer<WebClient.Builder> customizer);

	/**
	 * Makes the client. Nothing is read or connected yet.
	 * @throws IllegalArgumentException if a number or duration is out of its range
	 */
	DynamoDbClient build();

}
