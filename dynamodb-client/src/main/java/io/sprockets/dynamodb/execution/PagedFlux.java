package io.sprockets.dynamodb.execution;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The elements of pages that are fetched one after the other, each only when the
 * subscriber has asked for more than the pages before it held. No operator of Reactor
 * does this without fetching one page ahead.
 *
 * @param <P> a page
 * @param <K> where a page begins
 * @param <T> an element
 */
public final class PagedFlux<P, K, T> extends Flux<T> {

	private final Function<@Nullable K, Mono<P>> fetch;

	private final Function<P, @Nullable K> nextKey;

	private final Function<P, Iterator<T>> elements;

	/**
	 * Creates the elements of pages.
	 * @param fetch fetches the page that begins at a key, the first one at {@code null}
	 * @param nextKey gives the key of the page after one, {@code null} after the last
	 * @param elements gives a page's elements
	 */
	public PagedFlux(Function<@Nullable K, Mono<P>> fetch, Function<P, @Nullable K> nextKey,
			Function<P, Iterator<T>> elements) {
		this.fetch = fetch;
		this.nextKey = nextKey;
		this.elements = elements;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		actual.onSubscribe(new Pages(actual));
	}

	private final class Pages implements Subscription, CoreSubscriber<P> {

		private final CoreSubscriber<? super T> actual;

		private final AtomicLong requested = new AtomicLong();

		private final AtomicInteger pending = new AtomicInteger();

		private volatile boolean cancelled;

		private volatile @Nullable Subscription fetching;

		private @Nullable Iterator<T> page;

		private @Nullable K key;

		private boolean last;

		private @Nullable Throwable failure;

		Pages(CoreSubscriber<? super T> actual) {
			this.actual = actual;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void request(long n) {
			if (Operators.validate(n)) {
				this.requested.accumulateAndGet(n, Operators::addCap);
				drain();
			}
		}

		@Override
		public void cancel() {
			this.cancelled = true;
			Subscription current = this.fetching;
			if (current != null) {
				current.cancel();
			}
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.fetching = subscription;
			if (this.cancelled) {
				subscription.cancel();
			}
			else {
				subscription.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void onNext(P fetched) {
			try {
				this.key = PagedFlux.this.nextKey.apply(fetched);
				this.last = this.key == null;
				this.page = PagedFlux.this.elements.apply(fetched);
			}
			catch (RuntimeException ex) {
				this.failure = ex;
				this.last = true;
			}
		}

		@Override
		public void onError(Throwable failure) {
			this.failure = failure;
			this.last = true;
			this.fetching = null;
			drain();
		}

		@Override
		public void onComplete() {
			this.last |= this.page == null;
			this.fetching = null;
			drain();
		}

		/**
		 * Emits, fetches and ends, by one thread at a time: the one that finds nothing
		 * pending.
		 */
		private void drain() {
			if (this.pending.getAndIncrement() != 0) {
				return;
			}
			int missed = 1;
			while (missed != 0) {
				if (!emit()) {
					return;
				}
				missed = this.pending.addAndGet(-missed);
			}
		}

		/**
		 * Does what can be done now.
		 * @return {@code false} if everything is done
		 */
		private boolean emit() {
			long open = this.requested.get();
			long emitted = 0;
			while (!this.cancelled) {
				if (this.fetching != null) {
					break;
				}
				Iterator<T> elements = this.page;
				if (elements != null && elements.hasNext()) {
					if (emitted == open) {
						break;
					}
					this.actual.onNext(elements.next());
					emitted++;
				}
				else if (this.last) {
					end();
					return false;
				}
				else if (emitted == open) {
					break;
				}
				else {
					this.page = null;
					this.fetching = Operators.emptySubscription();
					fetch().subscribe(this);
				}
			}
			if (emitted != 0 && open != Long.MAX_VALUE) {
				this.requested.addAndGet(-emitted);
			}
			return !this.cancelled;
		}

		private Mono<P> fetch() {
			try {
				return PagedFlux.this.fetch.apply(this.key);
			}
			catch (RuntimeException ex) {
				return Mono.error(ex);
			}
		}

		private void end() {
			this.cancelled = true;
			if (this.failure != null) {
				this.actual.onError(this.failure);
			}
			else {
				this.actual.onComplete();
			}
		}

	}

}
