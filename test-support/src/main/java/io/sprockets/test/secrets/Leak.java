package io.sprockets.test.secrets;

/**
 * A secret that came to light.
 *
 * @param place where: a logger, an output, an exception's class
 * @param secret which one
 * @param text what it was in
 * @param thread the thread's name
 */
public record Leak(String place, String secret, String text, String thread) {

	private static final int SHOWN = 600;

	private static final int SHOWN_SECRET = 60;

	@Override
	public String toString() {
		int at = Math.max(0, this.text.indexOf(this.secret) - SHOWN / 2);
		String shown = this.text.substring(at, Math.min(this.text.length(), at + SHOWN));
		String start = this.secret.substring(0, Math.min(this.secret.length(), SHOWN_SECRET));
		return "Secret '" + start + "' in " + this.place + " on thread " + this.thread + ":\n\t" + shown;
	}

}
