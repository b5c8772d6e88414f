package io.sprockets.dynamodb.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages of two elements: page 0 holds 0 and 1, page 1 holds 2 and 3.
 */
class PagedFluxTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final List<Integer> fetched = Collections.synchronizedList(new ArrayList<>());

	@Test
	void nothingIsFetchedBeforeDemand() {
		StepVerifier.create(pages(3), 0).expectSubscription().thenCancel().verify(TIMEOUT);
		assertThat(this.fetched).isEmpty();
	}

	@Test
	void aPageIsFetchedOnlyForWhatThePagesBeforeDidNotHold() {
		StepVerifier.create(pages(3), 1)
			.expectNext(0)
			.then(() -> assertThat(this.fetched).containsExactly(0))
			.thenRequest(1)
			.expectNext(1)
			.then(() -> assertThat(this.fetched).containsExactly(0))
			.thenRequest(1)
			.expectNext(2)
			.then(() -> assertThat(this.fetched).containsExactly(0, 1))
			.thenCancel()
			.verify(TIMEOUT);
	}

	@Test
	void theEndIsToldWithoutFurtherDemand() {
		StepVerifier.create(pages(1), 2).expectNext(0, 1).expectComplete().verify(TIMEOUT);
	}

	@Test
	void allPagesFollowEachOther() {
		StepVerifier.create(pages(1_000)).expectNextCount(2_000).expectComplete().verify(TIMEOUT);
	}

	@Test
	void tenThousandPagesAtOnceDoNotOverflowTheStack() {
		PagedFlux<Integer, Integer, Integer> flux = new PagedFlux<>((key) -> Mono.just((key != null) ? key : 0),
				(page) -> (page < 9_999) ? page + 1 : null, (page) -> List.of(page).iterator());
		StepVerifier.create(flux.count()).expectNext(10_000L).expectComplete().verify(TIMEOUT);
	}

	@Test
	void emptyPagesAreFollowed() {
		PagedFlux<Integer, Integer, Integer> flux = new PagedFlux<>((key) -> Mono.just((key != null) ? key : 0),
				(page) -> (page < 9) ? page + 1 : null,
				(page) -> (page == 9) ? List.of(page).iterator() : Collections.<Integer>emptyIterator());
		StepVerifier.create(flux, 1).expectNext(9).expectComplete().verify(TIMEOUT);
	}

	@Test
	void anErrorComesAfterTheElementsBeforeIt() {
		PagedFlux<Integer, Integer, Integer> flux = new PagedFlux<>(
				(key) -> (key != null) ? Mono.error(new IllegalStateException("page 1")) : Mono.just(0), (page) -> 1,
				PagedFluxTests::elements);
		StepVerifier.create(flux).expectNext(0, 1).expectErrorMessage("page 1").verify(TIMEOUT);
	}

	@Test
	void aThrowingFunctionIsAnError() {
		StepVerifier.create(new PagedFlux<Integer, Integer, Integer>((key) -> {
			throw new IllegalStateException("fetch");
		}, (page) -> null, PagedFluxTests::elements)).expectErrorMessage("fetch").verify(TIMEOUT);
		StepVerifier.create(new PagedFlux<Integer, Integer, Integer>((key) -> Mono.just(0), (page) -> {
			throw new IllegalStateException("next");
		}, PagedFluxTests::elements)).expectErrorMessage("next").verify(TIMEOUT);
	}

	@Test
	void cancellingStopsThePageUnderWay() {
		AtomicBoolean cancelled = new AtomicBoolean();
		PagedFlux<Integer, Integer, Integer> flux = new PagedFlux<>(
				(key) -> Mono.<Integer>never().doOnCancel(() -> cancelled.set(true)), (page) -> null,
				PagedFluxTests::elements);
		flux.subscribe().dispose();
		assertThat(cancelled).isTrue();
	}

	@Test
	void takingStopsFetching() {
		StepVerifier.create(pages(100).take(3)).expectNext(0, 1, 2).expectComplete().verify(TIMEOUT);
		assertThat(this.fetched).containsExactly(0, 1);
	}

	@Test
	void demandOfManyThreadsLosesNothing() {
		StepVerifier
			.create(pages(5_000).publishOn(Schedulers.parallel(), 3)
				.flatMap((element) -> Mono.just(element).subscribeOn(Schedulers.parallel()), 8)
				.count())
			.expectNext(10_000L)
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void eachSubscriberBeginsAtTheFirstPage() {
		PagedFlux<Integer, Integer, Integer> flux = pages(2);
		StepVerifier.create(flux).expectNext(0, 1, 2, 3).expectComplete().verify(TIMEOUT);
		StepVerifier.create(flux).expectNext(0, 1, 2, 3).expectComplete().verify(TIMEOUT);
	}

	@Test
	void theSubscribersContextReachesThePages() {
		PagedFlux<String, Integer, String> flux = new PagedFlux<>(
				(key) -> Mono.deferContextual((context) -> Mono.just(context.get("tenant"))), (page) -> null,
				(page) -> List.of(page).iterator());
		StepVerifier.create(flux.contextWrite((context) -> context.put("tenant", "t1")))
			.expectNext("t1")
			.expectComplete()
			.verify(TIMEOUT);
	}

	private PagedFlux<Integer, Integer, Integer> pages(int count) {
		return new PagedFlux<>((key) -> Mono.fromSupplier(() -> {
			int page = (key != null) ? key : 0;
			this.fetched.add(page);
			return page;
		}).subscribeOn((count % 2 == 0) ? Schedulers.parallel() : Schedulers.immediate()),
				(page) -> (page + 1 < count) ? page + 1 : null, PagedFluxTests::elements);
	}

	private static Iterator<Integer> elements(int page) {
		return IntStream.of(page * 2, page * 2 + 1).iterator();
	}

}
