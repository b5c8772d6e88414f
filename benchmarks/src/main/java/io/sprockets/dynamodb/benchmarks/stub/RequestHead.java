package io.sprockets.dynamodb.benchmarks.stub;

import java.util.Locale;

/**
 * What the server has to know of a request's headers.
 *
 * @param operation the operation of {@code X-Amz-Target}, in lower case
 * @param contentLength the length of the body
 * @param expectsContinue whether the body comes only after being asked for
 */
record RequestHead(String operation, int contentLength, boolean expectsContinue) {

	static RequestHead parse(String head) {
		String text = head.toLowerCase(Locale.ROOT);
		String target = header(text, "x-amz-target");
		String length = header(text, "content-length");
		return new RequestHead(target.substring(target.indexOf('.') + 1),
				length.isEmpty() ? 0 : Integer.parseInt(length), !header(text, "expect").isEmpty());
	}

	private static String header(String head, String name) {
		String prefix = "\r\n" + name + ":";
		int start = head.indexOf(prefix);
		if (start < 0) {
			return "";
		}
		int end = head.indexOf("\r\n", start + prefix.length());
		return head.substring(start + prefix.length(), (end >= 0) ? end : head.length()).trim();
	}

}
