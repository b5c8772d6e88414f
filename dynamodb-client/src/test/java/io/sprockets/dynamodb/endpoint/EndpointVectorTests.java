package io.sprockets.dynamodb.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.sprockets.dynamodb.error.RegionNotFoundException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.VectorFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The plain cases of AWS's endpoint rule tests. Left out is what is not built yet: FIPS,
 * dual-stack, which is also what an endpoint on a dual-stack host is refused for, and
 * hosts that belong to an account, named by its id or by a table's ARN.
 */
class EndpointVectorTests {

	private static final List<String> NOT_BUILT = List.of("AccountId", "AccountIdEndpointMode", "ResourceArn",
			"ResourceArnList");

	@TestFactory
	Stream<DynamicTest> dynamoDbEndpointsAreAwsOwn() {
		return tests("dynamodb");
	}

	@TestFactory
	Stream<DynamicTest> streamsEndpointsAreAwsOwn() {
		return tests("dynamodbstreams");
	}

	@ParameterizedTest
	@CsvSource({ "dynamodb, 548, 37", "dynamodbstreams, 26, 10" })
	void asManyAreLeftOutAsAreKnown(String service, int all, int plain) {
		assertThat(VectorFile.read("endpoint-cases.json").get(service).size()).isEqualTo(all);
		assertThat(plain(service).size()).isEqualTo(plain);
	}

	@Test
	void searchVectorsHasItsOwnHost() {
		assertThat(resolve(ServiceKind.SEARCH_VECTORS, null, "eu-west-1").block(Duration.ofSeconds(5)))
			.extracting(Endpoint::host)
			.isEqualTo("search-dynamodb.eu-west-1.amazonaws.com");
	}

	private static Stream<DynamicTest> tests(String service) {
		return plain(service).stream()
			.map((testCase) -> dynamicTest(testCase.get("documentation").asString(), () -> check(service, testCase)));
	}

	private static List<JsonNode> plain(String service) {
		return VectorFile.read("endpoint-cases.json").get(service).valueStream().filter((testCase) -> {
			JsonNode params = testCase.get("params");
			boolean notBuilt = NOT_BUILT.stream().anyMatch(params::has) || params.path("UseFIPS").asBoolean(false)
					|| params.path("UseDualStack").asBoolean(false)
					|| testCase.path("error").asString("").contains("dual-stack");
			return !notBuilt;
		}).toList();
	}

	private static void check(String service, JsonNode testCase) {
		JsonNode params = testCase.get("params");
		String region = params.path("Region").asString(null);
		String endpoint = params.path("Endpoint").asString(null);
		Mono<Endpoint> resolved = resolve(kind(service, params), endpoint, region);
		// AWS's rules give the URL of an endpoint without a region too, and signing fails
		// after that; here it is one step
		if (region == null) {
			assertThatExceptionOfType(RegionNotFoundException.class)
				.isThrownBy(() -> resolved.block(Duration.ofSeconds(5)));
			return;
		}
		String url = testCase.get("url").asString();
		String signingRegion = testCase.path("properties").at("/authSchemes/0/signingRegion").asString(region);
		assertThat(resolved.block(Duration.ofSeconds(5))).isEqualTo(new Endpoint(URI.create(url + "/"),
				URI.create(url).getAuthority(), signingRegion, url.contains("localhost")));
	}

	private static ServiceKind kind(String service, JsonNode params) {
		if (service.equals("dynamodbstreams")) {
			return ServiceKind.STREAMS;
		}
		return params.path("IsSearchOperation").asBoolean(false) ? ServiceKind.SEARCH_VECTORS : ServiceKind.DYNAMODB;
	}

	private static Mono<Endpoint> resolve(ServiceKind kind, String endpoint, String region) {
		AwsEnvironment environment = AwsEnvironment.of(Map.of(), Map.of());
		URI override = (endpoint != null) ? URI.create(endpoint) : null;
		return new EndpointResolver(override, true, region, environment, new ProfileFiles(environment, null))
			.resolve(kind);
	}

}
