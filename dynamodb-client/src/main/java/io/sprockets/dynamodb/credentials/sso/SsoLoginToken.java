package io.sprockets.dynamodb.credentials.sso;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.sprockets.dynamodb.credentials.exchange.AnswerMembers;
import io.sprockets.dynamodb.credentials.exchange.AnswerStatus;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchange;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.file.UnusableFileException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * The token of a login, renewed where the login has a session. Read from its file each
 * time, since other tools renew it too.
 */
final class SsoLoginToken {

	private static final Logger logger = Loggers.getLogger(SsoLoginToken.class);

	private final CredentialsExchange exchange;

	private final Clock clock;

	private final SsoSettings settings;

	private final SsoTokenFile file;

	private final Duration timeout;

	private volatile @Nullable Unwritten unwritten;

	SsoLoginToken(CredentialsExchange exchange, Clock clock, SsoSettings settings, SsoTokenFile file,
			Duration timeout) {
		this.exchange = exchange;
		this.clock = clock;
		this.settings = settings;
		this.file = file;
		this.timeout = timeout;
	}

	/**
	 * Returns a token that is valid by this machine's clock.
	 * @return the token, or {@link SsoLoginException}
	 */
	Mono<SsoToken> get() {
		return read().flatMap((token) -> isToRenew(token) ? renewOrKeep(token) : Mono.just(valid(token, "")));
	}

	private Mono<SsoToken> read() {
		return this.file.read()
			.map(this::latest)
			.onErrorMap(UnusableFileException.class,
					(ex) -> new SsoLoginException("its token in " + this.file.describe() + ": " + ex.getMessage(), ex));
	}

	private SsoToken latest(SsoToken read) {
		Unwritten latest = this.unwritten;
		return (latest != null && latest.origin().equals(read)) ? latest.renewed() : read;
	}

	private boolean isToRenew(SsoToken token) {
		Instant now = this.clock.instant();
		return this.settings.session() != null && token.isEnding(now) && token.isRenewable(now);
	}

	private Mono<SsoToken> renewOrKeep(SsoToken token) {
		return renew(token).onErrorResume(CredentialsExchangeException.class, (ex) -> {
			logger.warn("The token in {} cannot be renewed: {}", this.file.describe(), ex.getMessage());
			// Someone else may have renewed it, so that ours was not taken any more
			return read().map((now) -> valid(now, ", and cannot be renewed: " + ex.getMessage()));
		});
	}

	private SsoToken valid(SsoToken token, String further) {
		if (!token.isValid(this.clock.instant())) {
			throw new SsoLoginException(
					"its token in " + this.file.describe() + " has expired at " + token.expiresAt() + further, null);
		}
		return token;
	}

	private Mono<SsoToken> renew(SsoToken token) {
		CredentialsRequest request = CredentialsRequest
			.of("POST", new SsoEndpoints(this.settings).token(), this.timeout)
			.withHeader("Content-Type", "application/json")
			.withBody(token.renewal());
		return this.exchange.exchange(request)
			.map((response) -> token.renewed(AnswerMembers.of(AnswerStatus.requireSuccess(response)),
					this.clock.instant()))
			.flatMap((renewed) -> keep(token, renewed));
	}

	private Mono<SsoToken> keep(SsoToken origin, SsoToken renewed) {
		return this.file.write(renewed)
			.doOnSuccess((written) -> this.unwritten = null)
			.onErrorResume(UnusableFileException.class, (ex) -> {
				logger.warn("The renewed token is kept in memory only. {}: {}", this.file.describe(), ex.getMessage());
				Unwritten before = this.unwritten;
				SsoToken inFile = (before != null && before.renewed().equals(origin)) ? before.origin() : origin;
				this.unwritten = new Unwritten(inFile, renewed);
				return Mono.empty();
			})
			.thenReturn(renewed);
	}

	/**
	 * A token that could not be written to the file.
	 *
	 * @param origin what is in the file
	 * @param renewed what should be there
	 */
	private record Unwritten(SsoToken origin, SsoToken renewed) {
	}

}
