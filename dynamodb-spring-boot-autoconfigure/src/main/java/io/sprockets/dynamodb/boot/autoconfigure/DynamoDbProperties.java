package io.sprockets.dynamodb.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the DynamoDB client.
 */
@ConfigurationProperties("dynamodb")
public class DynamoDbProperties {

	/**
	 * Region, for example eu-central-1. By default that of AWS_REGION, AWS_DEFAULT_REGION
	 * or the profile.
	 */
	private @Nullable String region;

	/**
	 * Endpoint to call instead of the region's own. One on this machine needs neither
	 * region nor credentials.
	 */
	private @Nullable URI endpoint;

	/**
	 * Profile of AWS's config and credentials files; then the only source of credentials
	 * unless keys are set here.
	 */
	private @Nullable String profile;

	/**
	 * Access key id. By default AWS's usual sources are asked.
	 */
	private @Nullable String accessKey;

	/**
	 * Secret access key, along with the access key id.
	 */
	private @Nullable String secretKey;

	/**
	 * Session token of temporary keys.
	 */
	private @Nullable String sessionToken;

	/**
	 * How many requests may be in flight: the size of the connection pool.
	 */
	private int maxClients = 100;

	/**
	 * How many calls may wait for a connection of the pool. By default twice max-clients.
	 */
	private @Nullable Integer pendingAcquireMaxCount;

	/**
	 * How long a call waits for a connection of the pool.
	 */
	private Duration acquireTimeout = Duration.ofSeconds(1);

	/**
	 * How long a connection may take to be made.
	 */
	private Duration connectTimeout = Duration.ofSeconds(1);

	/**
	 * How long one HTTP attempt may take, from the pool to the last byte.
	 */
	private Duration attemptTimeout = Duration.ofSeconds(5);

	/**
	 * How large the body of an answer may be, unpacked too. A larger one ends its call.
	 */
	private DataSize maxResponseSize = DataSize.ofMegabytes(64);

	/**
	 * How long a call may take with all its attempts.
	 */
	private Duration callTimeout = Duration.ofSeconds(20);

	private final Retry retry = new Retry();

	private final Embedded embedded = new Embedded();

	public @Nullable String getRegion() {
		return this.region;
	}

	public void setRegion(@Nullable String region) {
		this.region = region;
	}

	public @Nullable URI getEndpoint() {
		return this.endpoint;
	}

	public void setEndpoint(@Nullable URI endpoint) {
		this.endpoint = endpoint;
	}

	public @Nullable String getProfile() {
		return this.profile;
	}

	public void setProfile(@Nullable String profile) {
		this.profile = profile;
	}

	public @Nullable String getAccessKey() {
		return this.accessKey;
	}

	public void setAccessKey(@Nullable String accessKey) {
		this.accessKey = accessKey;
	}

	public @Nullable String getSecretKey() {
		return this.secretKey;
	}

	public void setSecretKey(@Nullable String secretKey) {
		this.secretKey = secretKey;
	}

	public @Nullable String getSessionToken() {
		return this.sessionToken;
	}

	public void setSessionToken(@Nullable String sessionToken) {
		this.sessionToken = sessionToken;
	}

	public int getMaxClients() {
		return this.maxClients;
	}

	public void setMaxClients(int maxClients) {
		this.maxClients = maxClients;
	}

	public @Nullable Integer getPendingAcquireMaxCount() {
		return this.pendingAcquireMaxCount;
	}

	public void setPendingAcquireMaxCount(@Nullable Integer pendingAcquireMaxCount) {
		this.pendingAcquireMaxCount = pendingAcquireMaxCount;
	}

	public Duration getAcquireTimeout() {
		return this.acquireTimeout;
	}

	public void setAcquireTimeout(Duration acquireTimeout) {
		this.acquireTimeout = acquireTimeout;
	}

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Duration getAttemptTimeout() {
		return this.attemptTimeout;
	}

	public void setAttemptTimeout(Duration attemptTimeout) {
		this.attemptTimeout = attemptTimeout;
	}

	public DataSize getMaxResponseSize() {
		return this.maxResponseSize;
	}

	public void setMaxResponseSize(DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	public Duration getCallTimeout() {
		return this.callTimeout;
	}

	public void setCallTimeout(Duration callTimeout) {
		this.callTimeout = callTimeout;
	}

	public Retry getRetry() {
		return this.retry;
	}

	public Embedded getEmbedded() {
		return this.embedded;
	}

	/**
	 * What is tried again.
	 */
	public static class Retry {

		/**
		 * Rules of retries: DynamoDB's of 2026, the numbers the AWS SDK for Java had
		 * before, or none.
		 */
		private RetryMode mode = RetryMode.STANDARD;

		/**
		 * How many attempts a call may have, the first included. By default 4, in legacy
		 * mode 9.
		 */
		private @Nullable Integer maxAttempts;

		public RetryMode getMode() {
			return this.mode;
		}

		public void setMode(RetryMode mode) {
			this.mode = mode;
		}

		public @Nullable Integer getMaxAttempts() {
			return this.maxAttempts;
		}

		public void setMaxAttempts(@Nullable Integer maxAttempts) {
			this.maxAttempts = maxAttempts;
		}

	}

	/**
	 * Rules of retries.
	 */
	public enum RetryMode {

		/** DynamoDB's rules of 2026. */
		STANDARD,

		/** The numbers the AWS SDK for Java had before. */
		LEGACY,

		/** One attempt. */
		NONE

	}

	/**
	 * A DynamoDB server inside of the application, for development.
	 */
	public static class Embedded {

		/**
		 * Whether to start DynamoDB Local inside of the application; it has to be on the
		 * classpath. Has no effect where an endpoint is set.
		 */
		private boolean enabled;

		/**
		 * Port of the server, 0 for any free one.
		 */
		private int port;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getPort() {
			return this.port;
		}

		public void setPort(int port) {
			this.port = port;
		}

	}

}
