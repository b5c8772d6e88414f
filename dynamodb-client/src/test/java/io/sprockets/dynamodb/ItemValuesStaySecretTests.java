package io.sprockets.dynamodb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.test.secrets.Leak;
import io.sprockets.test.secrets.SecretWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Sends and receives values that appear nowhere else, in all operations and through what
 * can go wrong. Logs at TRACE, output and exceptions are watched; what else is printed of
 * a call is looked at here.
 */
class ItemValuesStaySecretTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String SENT = SecretWatch.keep("canary-that-was-sent");

	private static final String STORED = SecretWatch.keep("canary-that-was-stored");

	static {
		// As Netty quotes the start of a line that is no status line
		SecretWatch.keep(STORED.toUpperCase(Locale.ROOT));
	}

	private static final String ITEM = "{\"id\":{\"S\":\"" + STORED + "\"},\"count\":{\"S\":\"" + STORED + "\"}}";

	private static final String PAGE = "{\"Items\":[" + ITEM + "],\"Count\":1,\"ScannedCount\":1}";

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final List<Observation.Context> observed = new CopyOnWriteArrayList<>();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@AfterEach
	void close() {
		this.server.close();
		this.observed.forEach((context) -> {
			SecretWatch.scan("an observation", context.toString());
			SecretWatch.scan("an observation", context.getName() + context.getContextualName());
			SecretWatch.scan("key values", context.getAllKeyValues().toString());
		});
		this.meters.getMeters().forEach((meter) -> SecretWatch.scan("a meter", meter.getId().toString()));
		assertThat(SecretWatch.takeAll()).extracting(Leak::toString).isEmpty();
	}

	/**
	 * How requests go out: through the functional core, and as somebody has shaped them.
	 */
	enum Exchange {

		LEAN, SHAPED;

		DynamoDbClientBuilder shape(DynamoDbClientBuilder builder) {
			return (this == LEAN) ? builder
					: builder.webClient((webClient) -> webClient.filter((request, next) -> next.exchange(request)));
		}

	}

	@ParameterizedTest
	@EnumSource(Exchange.class)
	void valuesOfSuccessfulCallsAreNotPrinted(Exchange exchange) {
		try (DynamoDbClient client = client(exchange)) {
			answeredWith("{\"Item\":" + ITEM + "}", client.getItem("orders").key("id", SENT).result());
			answeredWith("{\"Attributes\":" + ITEM + "}", client.putItem("orders").item(Map.of("id", SENT)).result());
			answeredWith("{\"Attributes\":" + ITEM + ",\"ItemCollectionMetrics\":{\"ItemCollectionKey\":" + ITEM + "}}",
					client.updateItem("orders").key("id", SENT).set("count", SENT).result());
			answeredWith("{}",
					client.deleteItem("orders").key("id", SENT).condition("id = :v").value(":v", SENT).execute());
			answeredWith(PAGE, client.query("orders").keyCondition("id = :v").value(":v", SENT).pages().collectList());
			answeredWith(PAGE, client.scan("orders").filter("id = :v").value(":v", SENT).result());
			answeredWith("{\"Responses\":{\"orders\":[" + ITEM + "]}}",
					client.batchGet().key("orders", Map.of("id", SENT)).result());
			answeredWith("{}", client.batchWrite().put("orders", Map.of("id", SENT)).execute());
			answeredWith("{\"Item\":" + ITEM + "}",
					client.execute("GetItem", ("{\"Key\":\"" + SENT + "\"}").getBytes(StandardCharsets.UTF_8)));
		}
	}

	static Stream<Arguments> faults() {
		String item = "{\"Item\":" + ITEM + "}";
		return Stream.of(argumentSet("condition", error("ConditionalCheckFailedException", ",\"Item\":" + ITEM)),
				argumentSet("transaction",
						error("TransactionCanceledException",
								",\"CancellationReasons\":[{\"Code\":\"ConditionalCheckFailed\",\"Item\":" + ITEM
										+ "}]")),
				argumentSet("unknown error", error("SomeNewException", ",\"Detail\":\"" + STORED + "\"")),
				argumentSet("500 with HTML", FaultAnswer.status(500, "<p>" + STORED + "</p>")),
				argumentSet("429", FaultAnswer.status(429, STORED)),
				argumentSet("redirect", FaultAnswer.status(307, STORED, "Location: http://localhost:1/")),
				argumentSet("truncated JSON", FaultAnswer.ok(item.substring(0, item.length() - 3))),
				argumentSet("wrong JSON", FaultAnswer.ok("{\"Item\":{\"id\":{\"S\":" + STORED + "}}}")),
				argumentSet("wrong type", FaultAnswer.ok("{\"Item\":{\"id\":{\"Q\":\"" + STORED + "\"}}}")),
				argumentSet("wrong number", FaultAnswer.ok("{\"Item\":{\"id\":{\"N\":\"" + STORED + "\"}}}")),
				argumentSet("wrong binary", FaultAnswer.ok("{\"Item\":{\"id\":{\"B\":\"" + STORED + "\"}}}")),
				argumentSet("trailing garbage", FaultAnswer.ok(item + STORED)),
				argumentSet("only text", FaultAnswer.ok(STORED)),
				argumentSet("wrong checksum", FaultAnswer.status(200, item, "x-amz-crc32: 1")),
				argumentSet("cut body", FaultAnswer.raw(head(1000) + item).thenClose()),
				argumentSet("body after its end", FaultAnswer.raw(head(2) + "{}" + STORED + "\r\n\r\n")),
				argumentSet("item instead of a status line", FaultAnswer.raw(STORED + " " + item + "\r\n\r\n")),
				argumentSet("item as HTTP version", FaultAnswer.raw("HTTP/" + STORED + " 200 OK\r\n\r\n")),
				argumentSet("item as status", FaultAnswer.raw("HTTP/1.1 " + STORED + " OK\r\n\r\n")),
				argumentSet("item as header name", FaultAnswer.raw("HTTP/1.1 200 OK\r\n" + STORED + "\r\n\r\n")),
				argumentSet("item as length",
						FaultAnswer.raw("HTTP/1.1 200 OK\r\nContent-Length: " + STORED + "\r\n\r\n")),
				argumentSet("item as chunk size",
						FaultAnswer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + STORED + "\r\n")),
				argumentSet("reset", FaultAnswer.reset()), argumentSet("close", FaultAnswer.close()),
				argumentSet("silence", FaultAnswer.silence()));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void valuesOfFailedCallsAreNotPrinted(FaultAnswer fault) {
		this.server.script(fault);
		for (Exchange exchange : Exchange.values()) {
			try (DynamoDbClient client = client(exchange, Duration.ofMillis(500))) {
				Mono<?> call = client.putItem("orders").item(Map.of("id", SENT)).result();
				scanSignals(call);
				scanSignals(client.getItem("orders").key("id", SENT).as(Counted.class).one());
			}
		}
	}

	@Test
	void specsNameTheirMembersAndNotTheValues() {
		try (DynamoDbClient client = client(Exchange.LEAN)) {
			Map<String, String> item = Map.of("id", SENT);
			Stream
				.of(client.getItem("orders").key("id", SENT), client.putItem("orders").item(item),
						client.updateItem("orders").key(item).set("count", SENT).append("list", List.of(SENT)),
						client.deleteItem("orders").key(item).values(Map.of(":v", SENT)),
						client.query("orders").value(":v", SENT).startKey(Map.of("id", AttributeValue.string(SENT))),
						client.scan("orders").value(":v", SENT), client.batchGet().key("orders", item),
						client.batchWrite().put("orders", item).delete("orders", item), client)
				.forEach(ItemValuesStaySecretTests::scan);
		}
	}

	@Test
	void valuesThatDoNotFitTheirTypeAreNotQuoted() {
		try (DynamoDbClient client = client(Exchange.LEAN)) {
			this.server.script(FaultAnswer.ok("{\"Item\":" + ITEM + "}"));
			GetItemSpec<?> get = client.getItem("orders").key("id", SENT);
			for (Class<?> type : List.of(Counted.class, Picky.class, Status.class, Keyed.class)) {
				assertThat(scanSignals(get.as(type).one())).isInstanceOf(ItemConversionException.class);
			}
		}
	}

	@Test
	void valuesThatCannotBeWrittenAreNotQuoted() {
		try (DynamoDbClient client = client(Exchange.LEAN)) {
			PutItemSpec<?> put = client.putItem("orders");
			for (Object item : List.of(Map.of("a", Set.of(SENT, 1)), Map.of("a", SENT + '\uD83D'), new Unwritable(SENT),
					Map.of("n", List.of(SENT, Double.NaN)), List.of(SENT))) {
				assertThat(scanSignals(put.item(item).execute())).isInstanceOf(ItemConversionException.class);
			}
		}
	}

	@Test
	void valuesAreReachableWhereTheyAreNotPrinted() {
		this.server.script(error("ConditionalCheckFailedException", ",\"Item\":" + ITEM));
		try (DynamoDbClient client = client(Exchange.LEAN)) {
			Throwable failure = scanSignals(client.putItem("orders").item(Map.of("id", SENT)).execute());
			assertThat(((ConditionalCheckFailedException) failure).item()).containsEntry("id",
					AttributeValue.string(STORED));
		}
	}

	private DynamoDbClient client(Exchange exchange) {
		return client(exchange, SOON);
	}

	private DynamoDbClient client(Exchange exchange, Duration attemptTimeout) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig()
			.observationHandler(new DefaultMeterObservationHandler(this.meters))
			.observationHandler(new Recording(this.observed));
		return exchange.shape(this.server.clientBuilder().observationRegistry(registry).attemptTimeout(attemptTimeout))
			.build();
	}

	private void answeredWith(String json, Mono<?> call) {
		this.server.script(FaultAnswer.ok(json));
		scan(call);
		StepVerifier.create(call.doOnNext(ItemValuesStaySecretTests::scan))
			.thenConsumeWhile((any) -> true)
			.expectComplete()
			.verify(SOON);
	}

	/**
	 * Makes a call that may fail, and scans what it signals.
	 */
	private static Throwable scanSignals(Mono<?> call) {
		Throwable[] failure = new Throwable[1];
		Mono<?> ended = call.doOnError((error) -> failure[0] = error).onErrorComplete();
		StepVerifier.create(ended).thenConsumeWhile((any) -> true).expectComplete().verify(SOON);
		if (failure[0] != null) {
			assertThat(failure[0]).isInstanceOf(DynamoDbException.class);
		}
		return failure[0];
	}

	private static void scan(Object printed) {
		SecretWatch.scan("toString() of " + printed.getClass(), printed.toString());
	}

	private static String head(int length) {
		return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
	}

	private static FaultAnswer error(String code, String members) {
		return FaultAnswer.status(400, "{\"__type\":\"x#" + code + "\",\"message\":\"No\"" + members + "}");
	}

	record Counted(String id, int count) {

	}

	record Keyed(Map<String, String> id) {

	}

	record Picky(String id) {

		Picky {
			throw new IllegalArgumentException("Not " + id);
		}

	}

	record Unwritable(String id) {

		public String getBroken() {
			throw new IllegalStateException("Not " + this.id);
		}

	}

	record Status(Letter id) {

	}

	enum Letter {

		A, B

	}

	private record Recording(List<Observation.Context> observed) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			this.observed.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
