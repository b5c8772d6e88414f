package io.sprockets.dynamodb.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Signs certificates of test servers. No machine trusts it; a test may.
 */
public final class TestAuthority {

	private static final char[] PASSWORD = "of the test".toCharArray();

	private static final byte[] ECDSA_WITH_SHA256 = Der
		.sequence(Der.identifier(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02));

	private static final byte[] COMMON_NAME = Der.identifier(0x55, 0x04, 0x03);

	private static final byte[] BASIC_CONSTRAINTS = Der.identifier(0x55, 0x1D, 0x13);

	private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.identifier(0x55, 0x1D, 0x11);

	private final String name;

	private final KeyPair keys = newKeys();

	private final X509Certificate certificate;

	private int issued;

	public TestAuthority(String name) {
		this.name = name;
		byte[] isAuthority = Der.sequence(BASIC_CONSTRAINTS, Der.isTrue(), Der.octets(Der.sequence(Der.isTrue())));
		Instant now = Instant.now();
		this.certificate = sign(name, this.keys.getPublic(), now.minus(Duration.ofDays(30)),
				now.plus(Duration.ofDays(1)), isAuthority);
	}

	/**
	 * Returns the certificate by which the others are trusted.
	 */
	public X509Certificate certificate() {
		return this.certificate;
	}

	/**
	 * Returns the TLS of a server with a valid certificate.
	 */
	public SSLContext serverOf(String host) {
		Instant now = Instant.now();
		return server(host, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
	}

	/**
	 * Returns the TLS of a server whose certificate ended yesterday.
	 */
	public SSLContext expiredServerOf(String host) {
		Instant now = Instant.now();
		return server(host, now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
	}

	/**
	 * Returns the TLS of a server whose certificate begins tomorrow.
	 */
	public SSLContext earlyServerOf(String host) {
		Instant now = Instant.now();
		return server(host, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));
	}

	private SSLContext server(String host, Instant from, Instant until) {
		byte[] name = Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
		KeyPair serverKeys = newKeys();
		X509Certificate issued = sign(host, serverKeys.getPublic(), from, until,
				Der.sequence(SUBJECT_ALTERNATIVE_NAME, Der.octets(Der.sequence(name))));
		return context(serverKeys.getPrivate(), issued, this.certificate);
	}

	private X509Certificate sign(String subject, PublicKey key, Instant from, Instant until, byte[] extension) {
		byte[] content = Der.sequence(Der.tagged(0xA0, Der.integer(2)), Der.integer(++this.issued), ECDSA_WITH_SHA256,
				name(this.name), Der.sequence(Der.time(from), Der.time(until)), name(subject), key.getEncoded(),
				Der.tagged(0xA3, Der.sequence(extension)));
		try {
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(content);
			byte[] whole = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(whole));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] name(String commonName) {
		return Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(commonName))));
	}

	private static KeyPair newKeys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SSLContext context(PrivateKey key, X509Certificate... chain) {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("server", key, PASSWORD, chain);
			KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			managers.init(store, PASSWORD);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(managers.getKeyManagers(), null, null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
