package io.sprockets.test.blocking;

import java.lang.instrument.Instrumentation;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Has BlockHound watch the threads that must not block: what Reactor and Netty call so,
 * and whatever the client names its own.
 */
public final class BlockingWatch implements BlockHoundIntegration {

	private static final String OWN_THREADS = "dynamodb-";

	private BlockingWatch() {
	}

	/**
	 * Begins to watch. Reactor and Netty bring their integrations along.
	 */
	public static void begin(Instrumentation instrumentation) {
		BlockHound.builder().loadIntegrations(new BlockingWatch()).with(instrumentation).install();
	}

	@Override
	public void applyTo(BlockHound.Builder builder) {
		builder.nonBlockingThreadPredicate((known) -> known.or((thread) -> thread.getName().startsWith(OWN_THREADS)));
		builder.blockingMethodCallback((method) -> BlockingCalls.found(BlockingCall.here(method.toString())));
		markWhatBlockHoundDoesNotKnow(builder);
		allowWhatIsHarmless(builder);
	}

	/**
	 * Files through channels, which is how {@code java.nio.file.Files} reads them, and
	 * names looked up by the operating system; in the forms they have in JDK 17 to 25.
	 */
	private static void markWhatBlockHoundDoesNotKnow(BlockHound.Builder builder) {
		builder.markAsBlocking("sun.nio.fs.UnixNativeDispatcher", "open", "(Lsun/nio/fs/UnixPath;II)I");
		builder.markAsBlocking("sun.nio.ch.FileChannelImpl", "read", "(Ljava/nio/ByteBuffer;)I");
		builder.markAsBlocking("sun.nio.ch.FileChannelImpl", "write", "(Ljava/nio/ByteBuffer;)I");
		for (String resolver : new String[] { "java.net.Inet4AddressImpl", "java.net.Inet6AddressImpl" }) {
			builder.markAsBlocking(resolver, "lookupAllHostAddr", "(Ljava/lang/String;)[Ljava/net/InetAddress;");
			builder.markAsBlocking(resolver, "lookupAllHostAddr", "(Ljava/lang/String;I)[Ljava/net/InetAddress;");
		}
	}

	private static void allowWhatIsHarmless(BlockHound.Builder builder) {
		// The queue behind Reactor's own scheduler: its lock is held for a few steps, by
		// its own threads. Reactor allows it for what it calls most
		for (String step : new String[] { "offer", "remove", "poll", "take" }) {
			builder.allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", step);
		}
		// Netty's allocator grows by a part at a time: the lock of a part that is no
		// longer used is held for a few steps
		builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup",
				"tryExpandMagazines");
		// Jackson looks at each type once, under a lock, at whose first use two may meet
		builder.allowBlockingCallsInside("tools.jackson.databind.deser.DeserializerCache",
				"_createAndCacheValueDeserializer");
		// The tests' own: what they log, and the exceptions they take note of
		builder.allowBlockingCallsInside("ch.qos.logback.classic.Logger", "callAppenders");
		builder.allowBlockingCallsInside("io.sprockets.test.secrets.ThrownExceptions", "made");
		// /dev/urandom, which never waits; /dev/random, which may, is read elsewhere
		builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "implNextBytes");
		// Texts beside the classes of Hibernate Validator, read once, as its classes are
		builder.allowBlockingCallsInside("org.hibernate.validator.resourceloading.PlatformResourceBundleLocator",
				"loadBundle");
	}

}
