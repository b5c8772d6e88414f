package io.sprockets.dynamodb.signing;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

/**
 * Canonical requests as text, which the signer hashes piece by piece.
 */
final class CanonicalRequests {

	private CanonicalRequests() {
	}

	static byte[] text(SignableHeaders headers, AmzDate date, byte @Nullable [] tokenLine, byte[] bodyHash) {
		return new CanonicalRequest(headers.inOrder(), (beginning) -> new Sha256(new Identity(), beginning)).hash(date,
				tokenLine, bodyHash);
	}

	/**
	 * A digest that is the text itself.
	 */
	private static final class Identity extends MessageDigest {

		private ByteArrayOutputStream text = new ByteArrayOutputStream();

		Identity() {
			super("identity");
		}

		@Override
		protected void engineUpdate(byte input) {
			this.text.write(input);
		}

		@Override
		protected void engineUpdate(byte[] input, int offset, int length) {
			this.text.write(input, offset, length);
		}

		@Override
		protected byte[] engineDigest() {
			return this.text.toByteArray();
		}

		@Override
		protected void engineReset() {
			this.text.reset();
		}

		@Override
		public Object clone() {
			Identity copy = new Identity();
			copy.text.writeBytes(this.text.toByteArray());
			return copy;
		}

	}

}
