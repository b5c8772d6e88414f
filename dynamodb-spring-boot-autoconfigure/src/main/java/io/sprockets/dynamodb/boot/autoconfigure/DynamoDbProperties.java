package io.sprockets.dynamodb.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;

import io.sprockets.dynamodb.retry.RetryMode;
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
	 * Whether the endpoint may be plain HTTP on another machine, such as a container
	 * beside this one. On this machine it may be in any case.
	 */
	private boolean allowInsecureHttp;

	/**
	 * Profile of AWS's config and credentials files; then the only source of credentials
	 * unless keys are set here. Goes before a credentials provider of the AWS SDK.
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
	 * How long each step to a connection may take: looking up the host's name,
	 * connecting, the TLS handshake.
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

	/**
	 * How long the calls in flight may go on once the application context closes.
	 */
	private Duration closeTimeout = Duration.ofSeconds(5);

	private final Retry retry = new Retry();

	private final Hedging hedging = new Hedging();

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

	public boolean isAllowInsecureHttp() {
		return this.allowInsecureHttp;
	}

	public void setAllowInsecureHttp(boolean allowInsecureHttp) {
		this.allowInsecureHttp = allowInsecureHttp;
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

	public Duration getCloseTimeout() {
		return this.closeTimeout;
	}

	public void setCloseTimeout(Duration closeTimeout) {
		this.closeTimeout = closeTimeout;
	}

	public Hedging getHedging() {
		return this.hedging;
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
		 * Rules of retries: DynamoDB's of 2026, these with a rate that adapts to
		 * throttling, the numbers the AWS SDK for Java had before, or none. By default
		 * that of AWS_RETRY_MODE or the profile, else standard.
		 */
		private @Nullable RetryMode mode;

		/**
		 * How many attempts a call may have, the first included. By default that of
		 * AWS_MAX_ATTEMPTS or the profile, else 4, in legacy mode 9.
		 */
		private @Nullable Integer maxAttempts;

		/**
		 * Whether a write is tried again whose request was sent and whose answer was
		 * lost.
		 */
		private boolean onceSent = true;

		public @Nullable RetryMode getMode() {
			return this.mode;
		}

		public void setMode(@Nullable RetryMode mode) {
			this.mode = mode;
		}

		public @Nullable Integer getMaxAttempts() {
			return this.maxAttempts;
		}

		public void setMaxAttempts(@Nullable Integer maxAttempts) {
			this.maxAttempts = maxAttempts;
		}

		public boolean isOnceSent() {
			return this.onceSent;
		}

		public void setOnceSent(boolean onceSent) {
			this.onceSent = onceSent;
		}

	}

	/**
	 * Second requests of slow reads.
	 */
	public static class Hedging {

		/**
		 * Whether to send a read a second time if its answer is late. The service bills
		 * both.
		 */
		private boolean enabled;

		/**
		 * How long to wait before the second request. By default the percentile of the
		 * latest answers' times.
		 */
		private @Nullable Duration delay;

		/**
		 * Percentile of the latest answers' times of the same operation after which the
		 * second request is sent, between 0 and 1. Without effect where a delay is set.
		 */
		private double percentile = 0.95;

		/**
		 * How many second requests there may be, as a share of the reads that may have
		 * one.
		 */
		private double maxShare = 0.05;

		/**
		 * Whether strongly consistent reads may be sent a second time, too.
		 */
		private boolean consistentReads;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable Duration getDelay() {
			return this.delay;
		}

		public void setDelay(@Nullable Duration delay) {
			this.delay = delay;
		}

		public double getPercentile() {
			return this.percentile;
		}

		public void setPercentile(double percentile) {
			this.percentile = percentile;
		}

		public double getMaxShare() {
			return this.maxShare;
		}

		public void setMaxShare(double maxShare) {
			this.maxShare = maxShare;
		}

		public boolean isConsistentReads() {
			return this.consistentReads;
		}

		public void setConsistentReads(boolean consistentReads) {
			this.consistentReads = consistentReads;
		}

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
