package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsServerAddresses;
import io.netty.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.NameResolverProvider;

import static org.assertj.core.api.Assertions.assertThat;

class NameServersTests {

	private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(100);

	private static final Duration SOON = Duration.ofSeconds(4);

	private final LoopResources loops = LoopResources.create("name-servers", 1, true);

	@AfterEach
	void close() {
		this.loops.disposeLater(Duration.ZERO, SOON).block(SOON);
	}

	@Test
	void secondIsAskedSoonWhereTheFirstIsSilent() throws IOException {
		try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
				DatagramSocket answering = new DatagramSocket(0, InetAddress.getLoopbackAddress());
				NameServers servers = new NameServers(asking(silent, answering), CONNECT_TIMEOUT, this.loops, false)) {
			Thread answers = new Thread(() -> answer(answering), "name-server");
			answers.setDaemon(true);
			answers.start();
			Future<?> resolution = resolve(servers);
			assertThat(resolution.awaitUninterruptibly(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
			assertThat(resolution.getNow()).asInstanceOf(InstanceOfAssertFactories.list(InetSocketAddress.class))
				.extracting((address) -> address.getAddress().getHostAddress())
				.containsExactly("127.0.0.9");
		}
	}

	@Test
	void areOneGroupForAllLoops() {
		try (NameServers servers = new NameServers(CONNECT_TIMEOUT, this.loops, false)) {
			assertThat(servers.get()).isSameAs(servers.get());
		}
	}

	@SuppressWarnings("unchecked")
	private Future<List<InetSocketAddress>> resolve(NameServers servers) {
		return ((AddressResolverGroup<InetSocketAddress>) servers.get()).getResolver(this.loops.onClient(false).next())
			.resolveAll(InetSocketAddress.createUnresolved("orders.example", 8000));
	}

	private static NameResolverProvider.NameResolverSpec asking(DatagramSocket... servers) {
		DnsServerAddresses addresses = DnsServerAddresses.sequential(
				(InetSocketAddress) servers[0].getLocalSocketAddress(),
				(InetSocketAddress) servers[1].getLocalSocketAddress());
		return NameResolverProvider.builder()
			.dnsAddressResolverGroupProvider(
					(names) -> new DnsAddressResolverGroup(names.nameServerProvider((host) -> addresses.stream())));
	}

	/**
	 * Answers every question with one address, until the socket is closed.
	 */
	private static void answer(DatagramSocket socket) {
		byte[] question = new byte[512];
		DatagramPacket packet = new DatagramPacket(question, question.length);
		try {
			while (true) {
				packet.setLength(question.length);
				socket.receive(packet);
				int end = 12;
				while (question[end] != 0) {
					end += question[end] + 1;
				}
				int length = end + 5 - 12;
				byte[] answer = ByteBuffer.allocate(12 + length + 16)
					.putShort(ByteBuffer.wrap(question).getShort())
					.put(new byte[] { (byte) 0x81, (byte) 0x80, 0, 1, 0, 1, 0, 0, 0, 0 })
					.put(question, 12, length)
					.put(new byte[] { (byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 9 })
					.array();
				socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
			}
		}
		catch (IOException ex) {
			// The test has ended
		}
	}

}
