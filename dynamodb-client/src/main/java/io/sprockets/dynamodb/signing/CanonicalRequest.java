package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The canonical request of given headers, but for what differs from attempt to attempt:
 * the date, the token and the body. What precedes the date is digested once.
 */
final class CanonicalRequest {

	private static final String REQUEST_LINES = "POST\n/\n\n";

	private final Sha256 beforeDate;

	private final byte[] beforeToken;

	private final byte[] end;

	private final byte[] endWithToken;

	private final String names;

	private final String namesWithToken;

	CanonicalRequest(List<CanonicalHeader> headers) {
		this(headers, Sha256::new);
	}

	/**
	 * Creates a canonical request.
	 * @param headers the headers in order
	 * @param hashes makes the hash of texts that begin with the given bytes
	 */
	CanonicalRequest(List<CanonicalHeader> headers, Function<byte[], Sha256> hashes) {
		this.names = names(headers, AwsV4Signer.DATE_HEADER);
		this.namesWithToken = names(headers, AwsV4Signer.DATE_HEADER, AwsV4Signer.TOKEN_HEADER);
		this.beforeDate = hashes
			.apply(utf8(REQUEST_LINES + lines(headers, (name) -> name.compareTo(AwsV4Signer.DATE_HEADER) < 0)
					+ AwsV4Signer.DATE_HEADER + ':'));
		this.beforeToken = utf8('\n' + lines(headers,
				(name) -> name.compareTo(AwsV4Signer.DATE_HEADER) > 0 && name.compareTo(AwsV4Signer.TOKEN_HEADER) < 0));
		String rest = lines(headers, (name) -> name.compareTo(AwsV4Signer.TOKEN_HEADER) > 0) + '\n';
		this.end = utf8(rest + this.names + '\n');
		this.endWithToken = utf8(rest + this.namesWithToken + '\n');
	}

	/**
	 * Returns the hash of the request as it is sent.
	 * @param tokenLine the header of the session token, if there is one
	 * @param bodyHash the hash of the body in hexadecimal digits
	 */
	byte[] hash(AmzDate date, byte @Nullable [] tokenLine, byte[] bodyHash) {
		MessageDigest digest = this.beforeDate.begin();
		digest.update(date.text());
		digest.update(this.beforeToken);
		if (tokenLine != null) {
			digest.update(tokenLine);
		}
		digest.update((tokenLine != null) ? this.endWithToken : this.end);
		return digest.digest(bodyHash);
	}

	/**
	 * Returns the names of the signed headers.
	 */
	String signedHeaders(boolean token) {
		return token ? this.namesWithToken : this.names;
	}

	private static String lines(List<CanonicalHeader> headers, Predicate<String> names) {
		return headers.stream()
			.filter((header) -> names.test(header.name()))
			.map(CanonicalHeader::line)
			.collect(Collectors.joining());
	}

	private static String names(List<CanonicalHeader> headers, String... added) {
		return Stream.concat(headers.stream().map(CanonicalHeader::name), Stream.of(added))
			.sorted()
			.collect(Collectors.joining(";"));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
