package io.sprockets.dynamodb.signing;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The headers to sign, in canonical form, immutable: what does not change from request to
 * request is prepared once, and {@link #with} adds the rest. The signer itself adds
 * {@code x-amz-date} and {@code x-amz-security-token}.
 */
public final class SignableHeaders {

	private static final Set<String> RESERVED = Set.of("host", AwsV4Signer.DATE_HEADER, AwsV4Signer.TOKEN_HEADER,
			"authorization");

	// Ordered by name, which canonical requests want by code point
	private final CanonicalHeader[] headers;

	private volatile @Nullable CanonicalRequest canonicalRequest;

	private SignableHeaders(CanonicalHeader... headers) {
		this.headers = headers;
	}

	/**
	 * Creates headers that have only a host.
	 * @param host the value of the {@code Host} header as it is sent, with its port where
	 * that is not the scheme's default
	 */
	public static SignableHeaders ofHost(String host) {
		return new SignableHeaders(CanonicalHeader.of("host", host));
	}

	/**
	 * Adds a header. A name that is there already, in any case, gets the value after its
	 * own, joined with a comma.
	 * @throws IllegalArgumentException if the name is not a header name, or one that is
	 * the signer's to add
	 */
	public SignableHeaders with(String name, String value) {
		CanonicalHeader header = CanonicalHeader.of(name, value);
		if (RESERVED.contains(header.name())) {
			throw new IllegalArgumentException("Header '" + header.name() + "' cannot be added");
		}
		return with(header);
	}

	private SignableHeaders with(CanonicalHeader header) {
		int index = 0;
		int order = -1;
		while (index < this.headers.length && (order = this.headers[index].name().compareTo(header.name())) < 0) {
			index++;
		}
		if (order == 0) {
			CanonicalHeader[] joined = this.headers.clone();
			joined[index] = joined[index].joinedWith(header);
			return new SignableHeaders(joined);
		}
		CanonicalHeader[] inserted = new CanonicalHeader[this.headers.length + 1];
		System.arraycopy(this.headers, 0, inserted, 0, index);
		inserted[index] = header;
		System.arraycopy(this.headers, index, inserted, index + 1, this.headers.length - index);
		return new SignableHeaders(inserted);
	}

	/**
	 * Returns the canonical request of these headers, prepared at the first signing.
	 */
	CanonicalRequest canonicalRequest() {
		CanonicalRequest prepared = this.canonicalRequest;
		if (prepared == null) {
			prepared = new CanonicalRequest(inOrder());
			this.canonicalRequest = prepared;
		}
		return prepared;
	}

	List<CanonicalHeader> inOrder() {
		return List.of(this.headers);
	}

}
