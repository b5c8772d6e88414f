package io.sprockets.test.secrets;

/**
 * The names of all threads that live.
 */
final class ThreadNames {

	private ThreadNames() {
	}

	static void scanAll() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		while (group.getParent() != null) {
			group = group.getParent();
		}
		Thread[] threads = new Thread[group.activeCount() * 2 + 10];
		int count = group.enumerate(threads);
		for (int i = 0; i < count; i++) {
			SecretWatch.scan("the name of a thread", threads[i].getName());
		}
	}

}
