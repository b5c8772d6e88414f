package io.sprockets.dynamodb.credentials.sts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.file.TokenFile;
import io.sprockets.dynamodb.credentials.file.UnusableFileException;
import io.sprockets.dynamodb.credentials.fuzz.CredentialsFuzzing;
import io.sprockets.dynamodb.test.fuzz.FuzzRun;
import io.sprockets.dynamodb.test.fuzz.FuzzTarget;
import io.sprockets.dynamodb.test.fuzz.FuzzedFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Broken answers of the service that gives the credentials of roles: each is read as the
 * JDK's other parser reads it, or refused without being quoted. And broken files of the
 * tokens it is asked with.
 */
class StsFuzzTests {

	private static final FuzzedFormat FORMAT = new FuzzedFormat(
			"<>/=\"'&;!?-[]:# \n\r\t\u0000".getBytes(StandardCharsets.US_ASCII),
			List.of("<![CDATA[", "]]>", "<!--", "-->", "<!-- -->", "<?a b?>", "<?xml version=\"1.0\"?>",
					"<?xml version=\"1.1\"?>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "<!DOCTYPE a>",
					"<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&amp;", "&lt;", "&#65;", "&#x41;", "&#0;", "<a/>",
					"<a:b/>", " xmlns=\"x\"", " xmlns:a=\"y\"", "<a:", "<AccessKeyId>", "</AccessKeyId>",
					"<AccessKeyId/>", "<SecretAccessKey>", "<Arn>arn:aws:sts::1:r</Arn>", "<Credentials>",
					"</Credentials>", "<Expiration>", CredentialsFuzzing.SECRET, "2030-01-31T12:00:00Z"),
			FuzzedFormat.EDGE_NUMBERS,
			List.of(new FuzzedFormat.Nesting("<a>", "</a>"), new FuzzedFormat.Nesting("<Code>", "</Code>"),
					new FuzzedFormat.Nesting("<a b='", "'/>"), new FuzzedFormat.Nesting("<!-- ", " -->")));

	@TempDir
	private Path folder;

	@Test
	void anyAnswerIsReadAsTheOtherParserReadsItOrRefused() throws Exception {
		new FuzzRun("answers of STS", FORMAT, Answers::new).read(5_000, () -> {
			Texts texts = new Texts();
			return (input) -> {
				if (new String(input, StandardCharsets.UTF_8).contains("<!DOCTYPE")) {
					// What a document declares is not read, so that there is nothing to
					// compare
					StsAnswer.read(input);
					return false;
				}
				Map<String, String> expected = texts.read(input);
				requireTextsOf(input, expected);
				return isCredentials(input, expected);
			};
		});
	}

	@Test
	void anyErrorIsDescribedWithoutTheSecretsOfTheRequest() throws Exception {
		new FuzzRun("errors of STS", FORMAT, Errors::new).read(20_000, () -> {
			int[] statuses = { 400, 403, 429, 500, 503, 302, 599 };
			int[] turn = { 0 };
			return (input) -> {
				int status = statuses[turn[0]++ % statuses.length];
				StsError error = StsError.read(CredentialsFuzzing.response(status, input));
				String text = error.describe(List.of(CredentialsFuzzing.SECRET));
				assertThat(text).doesNotContain(CredentialsFuzzing.SECRET).hasSizeLessThan(1_000);
				assertThat(text.lines()).hasSize(1);
				return error.code() != null && error.message() != null;
			};
		});
	}

	@Test
	void anyTokenFileIsSentAsItIsOrRefused() throws Exception {
		new FuzzRun("web identity tokens", FORMAT, (seed) -> {
			Random random = new Random(seed);
			return () -> (CredentialsFuzzing.SECRET.repeat(1 + random.nextInt(40)) + "\n".repeat(random.nextInt(2)))
				.getBytes(StandardCharsets.US_ASCII);
		}).withAnyMemory().read(1_000, this::tokenFile);
	}

	private FuzzTarget tokenFile() {
		Path file = this.folder.resolve("token-" + System.nanoTime());
		StsEndpoint endpoint = new StsEndpoint(URI.create("https://sts.eu-west-1.amazonaws.com/"), "eu-west-1");
		return (input) -> {
			Files.write(file, input);
			String expected = utf8(input);
			try {
				String token = TokenFile.read(file.toString()).block();
				assertThat(token).isEqualTo(expected);
				byte[] form = StsRequest
					.of(endpoint, "AssumeRoleWithWebIdentity", Map.of("WebIdentityToken", token.strip()), null)
					.attempt(Instant.EPOCH)
					.body();
				String last = new String(form, StandardCharsets.US_ASCII).split("&WebIdentityToken=", -1)[1];
				assertThat(URLDecoder.decode(last, StandardCharsets.UTF_8)).isEqualTo(token.strip());
				return true;
			}
			catch (UnusableFileException ex) {
				CredentialsFuzzing.requireDiscreet(ex);
				assertThat(expected == null || input.length > 64 * 1024).as(ex.getMessage()).isTrue();
				return false;
			}
		};
	}

	private static @Nullable String utf8(byte[] input) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	private static void requireTextsOf(byte[] input, @Nullable Map<String, String> expected) {
		StsAnswer answer = StsAnswer.read(input);
		assertThat(answer != null).isEqualTo(expected != null);
		if (answer != null) {
			expected.forEach((name, text) -> assertThat(answer.text(name)).isEqualTo(text));
		}
	}

	private static boolean isCredentials(byte[] input, @Nullable Map<String, String> texts) {
		AwsCredentials expected = (texts != null) ? credentials(texts) : null;
		try {
			assertThat(StsResult.read(CredentialsFuzzing.response(200, input))).isEqualTo(expected);
			return true;
		}
		catch (StsFailure ex) {
			CredentialsFuzzing.requireDiscreet(ex);
			assertThat(expected).as(ex.getMessage()).isNull();
			return false;
		}
	}

	private static @Nullable AwsCredentials credentials(Map<String, String> texts) {
		Instant end = CredentialsFuzzing.offsetTime(texts.get("Expiration"));
		String id = texts.get("AccessKeyId");
		String secret = texts.get("SecretAccessKey");
		String token = texts.get("SessionToken");
		if (id == null || secret == null || token == null || end == null) {
			return null;
		}
		String[] arn = texts.getOrDefault("Arn", "").split(":", -1);
		return new AwsCredentials(id, secret, token, end, (arn.length > 4 && !arn[4].isEmpty()) ? arn[4] : null);
	}

	/**
	 * Reads the texts of elements that have nothing else in them, of each name the first
	 * one that is not blank, with a parser that makes trees.
	 */
	private static final class Texts {

		private final DocumentBuilder parser;

		Texts() {
			try {
				DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
				parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
				this.parser = parsers.newDocumentBuilder();
			}
			catch (ParserConfigurationException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Nullable Map<String, String> read(byte[] input) {
			try {
				String xml = utf8(input);
				if (xml == null) {
					return null;
				}
				this.parser.setErrorHandler(new DefaultHandler());
				Document document = this.parser
					.parse(new InputSource(new StringReader(xml.startsWith("\uFEFF") ? xml.substring(1) : xml)));
				Map<String, String> texts = new LinkedHashMap<>();
				NodeList elements = document.getElementsByTagNameNS("*", "*");
				for (int i = 0; i < elements.getLength(); i++) {
					Element element = (Element) elements.item(i);
					String text = element.getTextContent().strip();
					if (isLeaf(element) && !text.isEmpty()) {
						texts.putIfAbsent(element.getLocalName(), text);
					}
				}
				return texts;
			}
			catch (SAXException ex) {
				return null;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static boolean isLeaf(Element element) {
			for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
				if (child.getNodeType() == Node.ELEMENT_NODE) {
					return false;
				}
			}
			return true;
		}

	}

	/**
	 * Makes answers as they should be.
	 */
	private static final class Answers implements Supplier<byte[]> {

		private final Random random;

		Answers(long seed) {
			this.random = new Random(seed);
		}

		@Override
		public byte[] get() {
			String end = CredentialsFuzzing.TIMES.get(this.random.nextInt(CredentialsFuzzing.TIMES.size()));
			String space = (this.random.nextBoolean()) ? "\n  " : "";
			String answer = "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">" + space
					+ "<AssumeRoleResult>" + space + "<AssumedRoleUser>" + space
					+ "<AssumedRoleId>ARO123EXAMPLE123:s</AssumedRoleId>" + space
					+ "<Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn>" + space + "</AssumedRoleUser>" + space
					+ "<Credentials>" + space + "<AccessKeyId>ASIAEXAMPLE</AccessKeyId>" + space + "<SecretAccessKey>"
					+ CredentialsFuzzing.SECRET + "</SecretAccessKey>" + space + "<SessionToken>"
					+ CredentialsFuzzing.SECRET.repeat(5) + "</SessionToken>" + space + "<Expiration>" + end
					+ "</Expiration>" + space + "</Credentials>" + space
					+ "</AssumeRoleResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>"
					+ "</AssumeRoleResponse>";
			return answer.getBytes(StandardCharsets.UTF_8);
		}

	}

	/**
	 * Makes errors that repeat what they were asked.
	 */
	private static final class Errors implements Supplier<byte[]> {

		private static final List<String> CODES = List.of("AccessDenied", "ExpiredToken", "SignatureDoesNotMatch",
				"Throttling", "IDPCommunicationError");

		private final Random random;

		Errors(long seed) {
			this.random = new Random(seed);
		}

		@Override
		public byte[] get() {
			return ("<ErrorResponse><Error><Type>Sender</Type><Code>" + CODES.get(this.random.nextInt(CODES.size()))
					+ "</Code><Message>The token was " + CredentialsFuzzing.SECRET + "\nand more</Message></Error>"
					+ "<RequestId>r-1</RequestId></ErrorResponse>")
				.getBytes(StandardCharsets.UTF_8);
		}

	}

}
