package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedResolverGroupTests {

	private static final Duration LIMIT = Duration.ofMillis(200);

	private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	@AfterEach
	void close() {
		this.loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

	@Test
	void nameServerThatIsSilentFailsTheResolutionAfterTheLimit() throws IOException {
		try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			DnsNameResolverBuilder dns = new DnsNameResolverBuilder().datagramChannelType(NioDatagramChannel.class)
				.nameServerProvider(new SingletonDnsServerAddressStreamProvider(
						new InetSocketAddress(silent.getLocalAddress(), silent.getLocalPort())));
			Future<List<InetSocketAddress>> resolution = resolveAll(new DnsAddressResolverGroup(dns), "silent.example");
			assertThat(resolution.awaitUninterruptibly(5, TimeUnit.SECONDS)).isTrue();
			assertThat(resolution.cause()).isInstanceOf(ResolutionTimeoutException.class);
		}
	}

	@Test
	void nameIsResolved() {
		Future<List<InetSocketAddress>> resolution = resolveAll(DefaultAddressResolverGroup.INSTANCE, "localhost");
		assertThat(resolution.awaitUninterruptibly(5, TimeUnit.SECONDS)).isTrue();
		assertThat(resolution.getNow()).isNotEmpty()
			.allSatisfy((address) -> assertThat(address.getAddress().isLoopbackAddress()).isTrue())
			.allSatisfy((address) -> assertThat(address.getPort()).isEqualTo(8000));
	}

	@Test
	void failureOfTheResolverIsHandedOn() {
		Future<List<InetSocketAddress>> resolution = resolveAll(DefaultAddressResolverGroup.INSTANCE, "no..name");
		assertThat(resolution.awaitUninterruptibly(5, TimeUnit.SECONDS)).isTrue();
		assertThat(resolution.cause()).isInstanceOf(UnknownHostException.class)
			.isNotInstanceOf(ResolutionTimeoutException.class);
	}

	private Future<List<InetSocketAddress>> resolveAll(AddressResolverGroup<InetSocketAddress> group, String host) {
		return new BoundedResolverGroup(() -> group, LIMIT).getResolver(this.loops.next())
			.resolveAll(InetSocketAddress.createUnresolved(host, 8000));
	}

}
