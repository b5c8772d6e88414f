package io.sprockets.dynamodb.transport;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Lends the bytes of an answer to the one who waits for it, and turns failures into the
 * client's own.
 */
final class AnswerSubscriber implements CoreSubscriber<ClientResponse>, Subscription {

	private final CoreSubscriber<? super HttpAnswer> actual;

	private final SignedRequest request;

	private final TransportFailures failures;

	private final ContentDecoding decoding;

	private @Nullable Subscription upstream;

	private boolean done;

	AnswerSubscriber(CoreSubscriber<? super HttpAnswer> actual, SignedRequest request, TransportFailures failures,
			ContentDecoding decoding) {
		this.actual = actual;
		this.request = request;
		this.failures = failures;
		this.decoding = decoding;
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
		}
	}

	@Override
	public void onNext(ClientResponse response) {
		ReceivedBody body = response.body(NettyAnswer.BODY);
		byte[] whole = body.array();
		if (whole != null) {
			deliver(response, whole, body.length());
			return;
		}
		byte[] lent = LentBytes.take(body.length());
		try {
			body.copyTo(lent);
			body.release();
			deliver(response, lent, body.length());
		}
		finally {
			LentBytes.giveBack(lent);
		}
	}

	private void deliver(ClientResponse response, byte[] bytes, int length) {
		if (this.done) {
			return;
		}
		try {
			HttpAnswer answer = new HttpAnswer(response.statusCode().value(), response.headers().asHttpHeaders(), bytes,
					length);
			// The checksum is of the bytes that were sent
			ResponseChecksum.verify(answer, this.request.attempt());
			HttpAnswer unpacked = this.decoding.decode(answer, this.request.attempt());
			this.done = true;
			this.actual.onNext(unpacked);
			this.actual.onComplete();
		}
		catch (RuntimeException ex) {
			onError(ex);
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (this.done) {
			Operators.onErrorDropped(failure, currentContext());
			return;
		}
		this.done = true;
		this.actual.onError(this.failures.translate(failure, this.request));
	}

	@Override
	public void onComplete() {
		if (!this.done) {
			this.done = true;
			this.actual.onComplete();
		}
	}

	@Override
	public void request(long n) {
		if (this.upstream != null) {
			this.upstream.request(n);
		}
	}

	@Override
	public void cancel() {
		if (this.upstream != null) {
			this.upstream.cancel();
		}
	}

}
