package io.sprockets.dynamodb.benchmarks.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/**
 * The server, a process of its own. It runs until its standard input ends, so that it
 * does not outlive who started it.
 */
public final class StubServer {

	private static final boolean EPOLL = Epoll.isAvailable();

	private final StubAnswers answers = new StubAnswers();

	private final EventLoopGroup eventLoop = new MultiThreadIoEventLoopGroup(1, ioHandlerFactory());

	/**
	 * Starts the server and writes its ports for HTTP and HTTPS on a line.
	 * @param args the key store with the server's certificate
	 */
	public static void main(String[] args) throws IOException {
		StubServer server = new StubServer();
		int http = server.listen(null);
		int https = server.listen(TestCertificate.serverContext(Path.of(args[0])));
		System.out.println(http + " " + https);
		while (System.in.read() >= 0) {
			// Nothing is expected but the end
		}
		System.exit(0);
	}

	private int listen(@Nullable SslContext sslContext) {
		Channel channel = new ServerBootstrap().group(this.eventLoop)
			.channel(channelType())
			.option(ChannelOption.SO_BACKLOG, 1024)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel connection) {
					if (sslContext != null) {
						connection.pipeline().addLast(sslContext.newHandler(connection.alloc()));
					}
					connection.pipeline().addLast(new StubConnection(StubServer.this.answers));
				}

			})
			.bind(InetAddress.getLoopbackAddress(), 0)
			.syncUninterruptibly()
			.channel();
		return ((InetSocketAddress) channel.localAddress()).getPort();
	}

	private static IoHandlerFactory ioHandlerFactory() {
		return EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
	}

	private static Class<? extends ServerChannel> channelType() {
		return EPOLL ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
	}

}
