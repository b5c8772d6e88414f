package io.sprockets.dynamodb.benchmarks.client;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * Counts the items of a call.
 */
final class CallSubscriber implements CoreSubscriber<Object> {

	private final Completion completion;

	private final int expectedItems;

	private int items;

	CallSubscriber(Completion completion, int expectedItems) {
		this.completion = completion;
		this.expectedItems = expectedItems;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(Object item) {
		this.items++;
	}

	@Override
	public void onError(Throwable failure) {
		this.completion.failed(failure);
	}

	@Override
	public void onComplete() {
		this.completion.done(this.items, this.expectedItems, null);
	}

}
