package io.sprockets.dynamodb.benchmarks.client;

import java.net.URI;
import java.util.Locale;

/**
 * The clients, in the order of the table.
 */
public enum ClientKind {

	/**
	 * Signed bytes that never change, sent with Reactor Netty: what no client can beat.
	 */
	FLOOR("floor: Reactor Netty, constant bytes"),

	OURS_MAPS("this, maps"),

	OURS_RECORDS("this, records"),

	OURS_WITHOUT_METRICS("this, maps, metrics off"),

	AWS_NETTY("AWS SDK async, Netty"),

	AWS_CRT("AWS SDK async, CRT"),

	AWS_ENHANCED("AWS SDK enhanced async, Netty"),

	AWS_APACHE("AWS SDK sync, Apache 5");

	private final String title;

	ClientKind(String title) {
		this.title = title;
	}

	public String title() {
		return this.title;
	}

	public BenchmarkedClient create(URI endpoint) {
		return switch (this) {
			case FLOOR -> new FloorClient(endpoint);
			case OURS_MAPS -> OurClient.maps(endpoint);
			case OURS_RECORDS -> OurClient.records(endpoint);
			case OURS_WITHOUT_METRICS -> OurClient.mapsWithoutMetrics(endpoint);
			case AWS_NETTY -> AwsAsyncClient.netty(endpoint);
			case AWS_CRT -> AwsAsyncClient.crt(endpoint);
			case AWS_ENHANCED -> new AwsEnhancedClient(endpoint);
			case AWS_APACHE -> new AwsSyncClient(endpoint);
		};
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
