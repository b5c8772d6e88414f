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
import org.springframework.util.function.SingletonSupplier;

/**
 * Spring's connector, of which TLS is prepared when the first request needs it.
 */
final class GeneralConnector implements ClientHttpConnector {

	private final ClientHttpConnector plain;

	private final SingletonSupplier<ClientHttpConnector> secured;

	GeneralConnector(HttpClient client, ConnectionSecurity security) {
		this.plain = new ReactorClientHttpConnector(client);
		this.secured = SingletonSupplier.of(() -> new ReactorClientHttpConnector(security.apply(client)));
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		ClientHttpConnector connector = NettyConnector.isSecure(uri) ? this.secured.obtain() : this.plain;
		return connector.connect(method, uri, requestCallback);
	}

}
