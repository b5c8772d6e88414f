package io.sprockets.dynamodb.benchmarks.client;

import java.net.URI;
import java.util.Locale;
import java.util.function.Function;

/**
 * The clients, in the order of the table.
 */
public enum ClientKind {

	/**
	 * Signed bytes that never change, sent with Reactor Netty: what no client can beat.
	 */
	FLOOR("floor: Reactor Netty, constant bytes", FloorClient::new),

	OURS_MAPS("this, maps", OurClient::maps),

	OURS_RECORDS("this, records", OurClient::records),

	OURS_WITHOUT_METRICS("this, maps, metrics off", OurClient::mapsWithoutMetrics),

	AWS_NETTY("AWS SDK async, Netty", AwsAsyncClient::netty),

	AWS_CRT("AWS SDK async, CRT", AwsAsyncClient::crt),

	AWS_ENHANCED("AWS SDK enhanced async, Netty", AwsEnhancedClient::new),

	AWS_APACHE("AWS SDK sync, Apache 5", AwsSyncClient::new);

	private final String title;

	private final Function<URI, BenchmarkedClient> factory;

	ClientKind(String title, Function<URI, BenchmarkedClient> factory) {
		this.title = title;
		this.factory = factory;
	}

	public String title() {
		return this.title;
	}

	public BenchmarkedClient create(URI endpoint) {
		return this.factory.apply(endpoint);
	}

	/**
	 * Reads the form of {@link #toString()}.
	 */
	public static ClientKind parse(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
