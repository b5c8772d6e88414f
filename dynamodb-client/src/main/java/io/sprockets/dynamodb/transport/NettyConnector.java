package io.sprockets.dynamodb.transport;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Connects WebFlux to Reactor Netty for requests that are all alike: a POST to the root
 * of one endpoint. What is the same for all is put together once, and each request finds
 * its own part in the Reactor context. An answer is handed on when it is whole.
 */
final class NettyConnector implements ClientHttpConnector {

	private static final Object REQUEST = NettyConnector.class;

	private static final int HTTP_PORT = 80;

	private static final int HTTPS_PORT = 443;

	private final HttpClient client;

	private final ConnectionSecurity security;

	private final int maxResponseSize;

	private volatile @Nullable Exchange last;

	/**
	 * Creates a connector.
	 * @param security of connections to https endpoints
	 * @param maxResponseSize how many bytes the body of an answer may have
	 */
	NettyConnector(HttpClient client, ConnectionSecurity security, int maxResponseSize) {
		this.client = client;
		this.security = security;
		this.maxResponseSize = maxResponseSize;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		Exchange exchange = this.last;
		if (exchange == null || !exchange.uri.equals(uri)) {
			exchange = new Exchange(uri);
			this.last = exchange;
		}
		return exchange.answer.contextWrite((context) -> context.put(REQUEST, requestCallback));
	}

	static boolean isSecure(URI uri) {
		return "https".equalsIgnoreCase(uri.getScheme());
	}

	/**
	 * The requests to one endpoint.
	 */
	private final class Exchange {

		private final URI uri;

		private final Mono<ClientHttpResponse> answer;

		Exchange(URI uri) {
			this.uri = uri;
			// An address instead of a URI, which would be taken apart at each request
			InetSocketAddress address = address(uri);
			HttpClient alike = NettyConnector.this.client.remoteAddress(() -> address)
				.headers((headers) -> RequestHeaders.ofEndpoint(uri.getRawAuthority(), headers::set));
			HttpClient secured = isSecure(uri) ? NettyConnector.this.security.apply(alike) : alike;
			int limit = NettyConnector.this.maxResponseSize;
			this.answer = Mono.fromDirect(secured.post()
				.uri("/")
				.send(this::send)
				.responseConnection((response, connection) -> new BodyCollector(response, connection, limit)));
		}

		private InetSocketAddress address(URI uri) {
			int standardPort = isSecure(uri) ? HTTPS_PORT : HTTP_PORT;
			String host = uri.getHost();
			boolean bracketed = host.startsWith("[") && host.endsWith("]");
			return InetSocketAddress.createUnresolved(bracketed ? host.substring(1, host.length() - 1) : host,
					(uri.getPort() != -1) ? uri.getPort() : standardPort);
		}

		private Publisher<Void> send(HttpClientRequest request, NettyOutbound outbound) {
			Function<ClientHttpRequest, Mono<Void>> callback = request.currentContextView().get(REQUEST);
			return callback.apply(new NettyRequest(this.uri, request, outbound));
		}

	}

}
