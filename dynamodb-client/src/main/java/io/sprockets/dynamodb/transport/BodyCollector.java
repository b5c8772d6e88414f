package io.sprockets.dynamodb.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.Context;

import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Receives the body of an answer to its end. An operator of its own, since those of
 * Reactor and Reactor Netty make one buffer of it, or a signal of each piece.
 */
final class BodyCollector extends Mono<ClientHttpResponse> {

	private final HttpClientResponse response;

	private final Connection connection;

	private final int limit;

	/**
	 * Creates an operator.
	 * @param limit how many bytes the body may have
	 */
	BodyCollector(HttpClientResponse response, Connection connection, int limit) {
		this.response = response;
		this.connection = connection;
		this.limit = limit;
	}

	@Override
	public void subscribe(CoreSubscriber<? super ClientHttpResponse> actual) {
		this.connection.inbound()
			.receiveObject()
			.subscribe(new Collecting(actual, this.response, this.connection.channel().eventLoop(), this.limit));
	}

	/**
	 * Used on the connection's event loop only, but for {@link #cancel()}.
	 */
	private static final class Collecting implements CoreSubscriber<Object>, Subscription {

		private final CoreSubscriber<? super ClientHttpResponse> actual;

		private final HttpClientResponse response;

		private final EventLoop eventLoop;

		private final ReceivedBody body;

		private @Nullable Subscription upstream;

		private boolean done;

		Collecting(CoreSubscriber<? super ClientHttpResponse> actual, HttpClientResponse response, EventLoop eventLoop,
				int limit) {
			this.actual = actual;
			this.response = response;
			this.eventLoop = eventLoop;
			this.body = new ReceivedBody(response.responseHeaders(), limit);
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			if (Operators.validate(this.upstream, subscription)) {
				this.upstream = subscription;
				this.actual.onSubscribe(this);
				if (this.body.isAnnouncedTooLarge()) {
					refuse(subscription);
				}
				else {
					subscription.request(Long.MAX_VALUE);
				}
			}
		}

		@Override
		public void onNext(Object message) {
			if (this.done) {
				return;
			}
			boolean fits = true;
			if (message instanceof ByteBufHolder holder) {
				fits = this.body.add(holder.content());
			}
			else if (message instanceof ByteBuf buffer) {
				fits = this.body.add(buffer);
			}
			if (!fits && this.upstream != null) {
				refuse(this.upstream);
			}
		}

		/**
		 * Refuses a body that is too large, and its connection with it.
		 */
		private void refuse(Subscription receiving) {
			onError(new OversizedAnswerException());
			receiving.cancel();
		}

		@Override
		public void onComplete() {
			if (this.done) {
				return;
			}
			this.done = true;
			this.actual.onNext(new NettyAnswer(this.response, this.body));
			this.actual.onComplete();
		}

		@Override
		public void onError(Throwable failure) {
			if (this.done) {
				Operators.onErrorDropped(failure, currentContext());
				return;
			}
			this.done = true;
			this.body.release();
			this.actual.onError(new BrokenAnswerException(AnswerHead.of(this.response), failure));
		}

		@Override
		public void request(long n) {
			// There is one answer, and it is sent when it is whole
		}

		/**
		 * Ends the receiving, of which Reactor Netty then says nothing more.
		 */
		@Override
		public void cancel() {
			Subscription receiving = this.upstream;
			if (receiving != null) {
				receiving.cancel();
			}
			if (this.eventLoop.inEventLoop()) {
				releaseUnlessDone();
			}
			else {
				this.eventLoop.execute(this::releaseUnlessDone);
			}
		}

		private void releaseUnlessDone() {
			if (!this.done) {
				this.done = true;
				this.body.release();
			}
		}

	}

}
