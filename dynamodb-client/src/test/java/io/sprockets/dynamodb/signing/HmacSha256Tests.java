package io.sprockets.dynamodb.signing;

import java.util.Random;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link HmacSha256} against the JDK's.
 */
class HmacSha256Tests {

	@Test
	void isThatOfTheJdkForKeysAndTextsOfEveryLength() throws Exception {
		Random random = new Random();
		Mac jdk = Mac.getInstance("HmacSHA256");
		for (int keyLength = 1; keyLength <= 200; keyLength++) {
			byte[] key = new byte[keyLength];
			random.nextBytes(key);
			jdk.init(new SecretKeySpec(key, "HmacSHA256"));
			HmacSha256 hmac = new HmacSha256(key);
			for (int length = 0; length <= 200; length++) {
				byte[] text = new byte[length];
				random.nextBytes(text);
				assertThat(hmac.of(text)).isEqualTo(jdk.doFinal(text));
			}
		}
	}

}
