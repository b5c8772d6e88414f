package io.sprockets.dynamodb.codec;

import java.util.Random;

/**
 * Text with everything that JSON and UTF-8 treat apart, mostly plain.
 */
final class RandomText {

	private RandomText() {
	}

	static String next(Random random, int length) {
		StringBuilder text = new StringBuilder();
		int plain = 1 + random.nextInt(100);
		while (text.length() < length) {
			switch (random.nextInt(5 + plain)) {
				case 0 -> text.append("\"\\/\b\f\n\r\t".charAt(random.nextInt(8)));
				case 1 -> text.append((char) random.nextInt(0x20));
				case 2 -> text.append((char) (0x80 + random.nextInt(0x780)));
				case 3 -> text.append((char) (0x800 + random.nextInt(0xD000)));
				case 4 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
				default -> text.append((char) (' ' + random.nextInt(95)));
			}
		}
		return text.toString();
	}

}
