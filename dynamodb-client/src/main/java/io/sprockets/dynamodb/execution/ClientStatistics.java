package io.sprockets.dynamodb.execution;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a client has fared so far, besides what its observations say. Read at each
 * question.
 */
public interface ClientStatistics {

	/**
	 * Returns how many tokens for retries are left; empty before the first call.
	 */
	OptionalInt retryQuota();

	/**
	 * Returns by how much the service's clock is ahead of this machine's, zero while they
	 * agree to four minutes.
	 */
	Duration clockOffset();

	/**
	 * Returns what hedged reads cost and brought.
	 */
	HedgeCounts hedges();

	/**
	 * Second requests of slow reads since the client was made.
	 *
	 * @param sent how many were sent
	 * @param won how many of these answered first
	 * @param refused how many were not sent because their share was used up
	 */
	record HedgeCounts(long sent, long won, long refused) {

	}

}
