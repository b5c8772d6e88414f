package io.sprockets.test.secrets;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a stream line by line for secrets, and hands everything on.
 */
final class ScannedOutput extends OutputStream {

	private static final int MAX_LINE = 1 << 20;

	private final PrintStream target;

	private final String place;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private ScannedOutput(PrintStream target, String place) {
		this.target = target;
		this.place = place;
	}

	static PrintStream of(PrintStream target, String place) {
		return new PrintStream(new ScannedOutput(target, place), true, StandardCharsets.UTF_8);
	}

	@Override
	public synchronized void write(int b) {
		this.target.write(b);
		add((byte) b);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) {
		this.target.write(bytes, offset, length);
		for (int i = offset; i < offset + length; i++) {
			add(bytes[i]);
		}
	}

	private void add(byte b) {
		if (b != '\n' && this.line.size() < MAX_LINE) {
			this.line.write(b);
			return;
		}
		SecretWatch.scan(this.place, this.line.toString(StandardCharsets.UTF_8));
		this.line.reset();
	}

	@Override
	public void flush() {
		this.target.flush();
	}

}
