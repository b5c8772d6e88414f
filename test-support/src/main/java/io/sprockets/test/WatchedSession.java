package io.sprockets.test;

import java.lang.instrument.Instrumentation;

import io.sprockets.test.blocking.BlockingWatch;
import io.sprockets.test.secrets.SecretWatch;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Begins the watches before the first class of the tests is loaded.
 */
public final class WatchedSession implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		Instrumentation instrumentation = ByteBuddyAgent.install();
		SecretWatch.begin(instrumentation);
		BlockingWatch.begin(instrumentation);
	}

}
