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

	private final Mono<HttpClient> secured;

	private final int maxResponseSize;

	private volatile @Nullable Exchange last;

	/**
	 * Creates a connector.
	 * @param security of connections to https endpoints
	 * @param maxResponseSize how many bytes the body of an answer may have
	 */
	NettyConnector(HttpClient client, ConnectionSecurity security, int maxResponseSize) {
		this.client = client;
		this.secured = security.secure(client);
		this.maxResponseSize = maxResponseSize;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		Exchange known = this.last;
		if (known != null && known.uri.equals(uri)) {
			return known.answer(requestCallback);
		}
		return isSecure(uri) ? this.secured.flatMap((client) -> first(client, uri).answer(requestCallback))
				: first(this.client, uri).answer(requestCallback);
	}

	private Exchange first(HttpClient client, URI uri) {
		Exchange exchange = new Exchange(client, uri);
		this.last = exchange;
		return exchange;
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

		Exchange(HttpClient client, URI uri) {
			this.uri = uri;
			// An address instead of a URI, which would be taken apart at each request
			InetSocketAddress address = address(uri);
			HttpClient alike = client.remoteAddress(() -> address)
				.headers((headers) -> RequestHeaders.ofEndpoint(uri.getRawAuthority(), headers::set));
			int limit = NettyConnector.this.maxResponseSize;
			this.answer = Mono.fromDirect(alike.post()
				.uri("/")
				.send(this::send)
				.responseConnection((response, connection) -> new BodyCollector(response, connection, limit)));
		}

		/**
		 * Returns the answer to a request.
		 */
		Mono<ClientHttpResponse> answer(Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
			return this.answer.contextWrite((context) -> context.put(REQUEST, requestCallback));
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
