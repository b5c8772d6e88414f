package io.sprockets.dynamodb.credentials.refresh;

import java.util.function.DoubleSupplier;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.Finding.Found;
import reactor.core.publisher.Mono;

/**
 * Credentials that were found.
 *
 * @param credentials the credentials
 * @param value the same, as a constant
 * @param schedule when they are renewed
 * @param since when someone last looked whether there is something to do, in milliseconds
 * @param calm for how long from then on there is nothing
 */
record Kept(AwsCredentials credentials, Mono<AwsCredentials> value, Schedule schedule, long since, long calm) {

	/**
	 * How often is asked whether something has changed.
	 */
	private static final long LOOK_MILLIS = 2_000;

	static Kept of(Found found, long now, DoubleSupplier random) {
		return new Kept(found.credentials(), Mono.just(found.credentials()), Schedule.of(found, now, random), now, 0)
			.lookedAt(now);
	}

	/**
	 * Says that there is nothing to do for a while.
	 */
	Kept lookedAt(long now) {
		long calm = Math.min(LOOK_MILLIS, this.schedule.renewFrom() - now);
		return new Kept(this.credentials, this.value, this.schedule, now, Math.max(calm, 0));
	}

	/**
	 * Says that they are to be renewed.
	 */
	Kept toRenewAt(long now) {
		return new Kept(this.credentials, this.value, new Schedule(now, this.schedule.waitFrom(), this.schedule.end()),
				now, 0);
	}

	/**
	 * Says whether there is nothing to do. A clock that was set back ends the calm.
	 */
	boolean isCalm(long now) {
		long passed = now - this.since;
		return passed >= 0 && passed < this.calm;
	}

}
