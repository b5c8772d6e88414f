package io.sprockets.dynamodb.credentials.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A command of the platform's shell.
 *
 * @param arguments the shell and what it is told
 * @param timeout how long it may take
 */
record ShellCommand(List<String> arguments, Duration timeout) {

	/**
	 * As the AWS SDK for Java has it; a session token has some thousand characters.
	 */
	private static final int MAX_BYTES = 64 * 1024;

	private static final long POLL_MILLIS = 10;

	static ShellCommand of(String command, Duration timeout) {
		boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
		return new ShellCommand(windows ? List.of("cmd.exe", "/C", command) : List.of("sh", "-c", command), timeout);
	}

	/**
	 * Runs the command to its end and returns what it printed. What it prints as errors
	 * is dropped, since that may be secret. Blocks.
	 * @throws CommandFailure if it cannot be run, fails, prints too much or takes too
	 * long
	 * @throws InterruptedException if the thread is to do something else; the command is
	 * ended then, too
	 */
	byte[] run() throws InterruptedException {
		Process process = start();
		try {
			// A prompt would wait for an answer that never comes
			process.getOutputStream().close();
			byte[] output = output(process);
			if (process.exitValue() != 0) {
				throw new CommandFailure(
						"it ended with exit code " + process.exitValue() + ". Run it in a shell to see why");
			}
			return output;
		}
		catch (IOException ex) {
			throw new CommandFailure("reading its output fails");
		}
		finally {
			end(process);
		}
	}

	private Process start() {
		try {
			return new ProcessBuilder(this.arguments).redirectError(Redirect.DISCARD).start();
		}
		catch (IOException ex) {
			throw new CommandFailure("the shell '" + this.arguments.get(0) + "' cannot be run");
		}
	}

	/**
	 * Reads only what is there: an end of the output may never come, since a process left
	 * in the background keeps it open.
	 */
	private byte[] output(Process process) throws IOException, InterruptedException {
		long start = System.nanoTime();
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		boolean ended;
		do {
			ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
			drain(process.getInputStream(), output);
			if (!ended && System.nanoTime() - start > this.timeout.toNanos()) {
				throw new CommandFailure("it took longer than " + this.timeout.toSeconds() + " seconds and was ended");
			}
		}
		while (!ended);
		return output.toByteArray();
	}

	private static void drain(InputStream source, ByteArrayOutputStream output) throws IOException {
		int available = source.available();
		while (available > 0) {
			output.writeBytes(source.readNBytes(available));
			if (output.size() > MAX_BYTES) {
				throw new CommandFailure("it printed more than " + MAX_BYTES / 1024 + " KB and was ended");
			}
			available = source.available();
		}
	}

	private static void end(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}

	/**
	 * Returns nothing of the command, which may have secrets in it.
	 */
	@Override
	public String toString() {
		return "ShellCommand[hidden]";
	}

}
