package io.sprockets.dynamodb.transport;

import java.net.URI;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/**
 * Spring's connector, of which TLS is prepared when the first request needs it.
 */
final class GeneralConnector implements ClientHttpConnector {

	private final ClientHttpConnector plain;

	private final Mono<ClientHttpConnector> secured;

	GeneralConnector(HttpClient client, ConnectionSecurity security) {
		this.plain = new ReactorClientHttpConnector(client);
		this.secured = security.secure(client)
			.<ClientHttpConnector>map(ReactorClientHttpConnector::new)
			.cacheInvalidateIf((secured) -> false);
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return NettyConnector.isSecure(uri)
				? this.secured.flatMap((connector) -> connector.connect(method, uri, requestCallback))
				: this.plain.connect(method, uri, requestCallback);
	}

}
