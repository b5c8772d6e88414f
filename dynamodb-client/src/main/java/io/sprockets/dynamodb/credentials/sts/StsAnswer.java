package io.sprockets.dynamodb.credentials.sts;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * The texts of an answer's elements, which are XML with each name once: of those that
 * have nothing but a text in them.
 */
final class StsAnswer {

	private final Map<String, String> texts;

	private StsAnswer(Map<String, String> texts) {
		this.texts = texts;
	}

	/**
	 * Reads an answer, {@code null} if it is not XML, or not UTF-8: of broken bytes the
	 * JDK's parsers tell the standard error stream.
	 */
	static @Nullable StsAnswer read(byte[] body) {
		Map<String, String> texts = new HashMap<>();
		try {
			String xml = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			XMLStreamReader reader = parsers()
				.createXMLStreamReader(new StringReader(xml.startsWith("\uFEFF") ? xml.substring(1) : xml));
			boolean leaf = false;
			StringBuilder text = new StringBuilder();
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamConstants.START_ELEMENT) {
					leaf = true;
					text.setLength(0);
				}
				else if (event == XMLStreamConstants.CHARACTERS) {
					// A comment would be between two of them
					text.append(reader.getText());
				}
				else if (event == XMLStreamConstants.END_ELEMENT) {
					if (leaf && !text.toString().isBlank()) {
						texts.putIfAbsent(reader.getLocalName(), text.toString().strip());
					}
					leaf = false;
				}
			}
			return new StsAnswer(texts);
		}
		catch (XMLStreamException | CharacterCodingException | RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Returns the JDK's own parsers, whatever else is on the class path, which load
	 * nothing that a document names. A new one each time, as they keep what they read.
	 */
	private static XMLInputFactory parsers() {
		XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
		parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		parsers.setProperty(XMLInputFactory.IS_COALESCING, true);
		return parsers;
	}

	/**
	 * Returns the text of an element, {@code null} if there is none.
	 */
	@Nullable String text(String element) {
		String text = this.texts.get(element);
		return (text != null && !text.isEmpty()) ? text : null;
	}

}
