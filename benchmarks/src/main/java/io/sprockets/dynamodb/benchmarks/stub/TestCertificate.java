package io.sprockets.dynamodb.benchmarks.stub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;

/**
 * A certificate that signs itself, for this machine. The key store it lies in serves as
 * the clients' trust store too.
 */
public final class TestCertificate {

	/** The password of the key store. */
	public static final String PASSWORD = "changeit";

	private TestCertificate() {
	}

	/**
	 * Makes a key store with a new certificate in a directory.
	 */
	public static Path create(Path directory) throws IOException, InterruptedException {
		Path keyStore = directory.resolve("stub.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "stub", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=localhost", "-ext",
				"san=dns:localhost,ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-storepass", PASSWORD,
				"-keystore", keyStore.toString())
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (keytool.waitFor() != 0) {
			throw new IOException("keytool made no certificate");
		}
		return keyStore;
	}

	static SslContext serverContext(Path keyStore) throws IOException {
		try (InputStream in = Files.newInputStream(keyStore)) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(in, PASSWORD.toCharArray());
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(store, PASSWORD.toCharArray());
			return SslContextBuilder.forServer(keys).build();
		}
		catch (GeneralSecurityException ex) {
			throw new IOException("Key store cannot be used", ex);
		}
	}

}
