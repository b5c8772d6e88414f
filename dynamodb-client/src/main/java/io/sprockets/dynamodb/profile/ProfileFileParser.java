package io.sprockets.dynamodb.profile;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.error.ConfigFileParseException;
import io.sprockets.dynamodb.profile.SharedFile.Kind;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Turns a file's text into profiles, with AWS's own parser. Names of properties are in
 * lower case, as the AWS CLI reads them in any case.
 */
final class ProfileFileParser {

	private static final Pattern LINE = Pattern.compile("\\bon line (\\d+)");

	/**
	 * A property's name, up to the equals sign, that no property can have.
	 */
	private static final Pattern INVALID_NAME = Pattern
		.compile("^(?![\\[#;\\s])(?![A-Za-z0-9_\\-/.%@:+]*[ \\t]*=)[^=\\r\\n]+(?==)", Pattern.MULTILINE);

	private ProfileFileParser() {
	}

	static ParsedFile parse(SharedFile file, String content) {
		ProfileFile parsed = parsed(file, content);
		Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
		parsed.profiles().forEach((name, profile) -> profiles.put(name, lowerCaseNames(profile.properties())));
		return new ParsedFile(profiles, sections(parsed, profiles, "sso-session", "sso_session"),
				sections(parsed, profiles, "services", "services"));
	}

	/**
	 * The parser gives sections other than profiles by their name only.
	 */
	private static Map<String, Map<String, String>> sections(ProfileFile file,
			Map<String, Map<String, String>> profiles, String kind, String reference) {
		Map<String, Map<String, String>> sections = new LinkedHashMap<>();
		profiles.values().stream().map((profile) -> profile.get(reference)).filter(Objects::nonNull).forEach((name) -> {
			file.getSection(kind, name)
				.ifPresent((section) -> sections.put(name, lowerCaseNames(section.properties())));
		});
		return sections;
	}

	private static ProfileFile parsed(SharedFile file, String content) {
		try {
			return ProfileFile.builder()
				.content(masked(content))
				.type((file.kind() == Kind.CONFIG) ? ProfileFile.Type.CONFIGURATION : ProfileFile.Type.CREDENTIALS)
				.build();
		}
		catch (RuntimeException ex) {
			// Neither the parser's message nor the exception goes on: only their line
			// number is known to hold nothing of the file
			throw new ConfigFileParseException("Cannot parse " + file.describe() + line(ex)
					+ ": expected a section in brackets, 'name = value', or an indented line that continues a value");
		}
	}

	/**
	 * The parser ignores a property with an invalid name, but logs that name. It may be a
	 * key or a token of a line where the equals sign was forgotten.
	 */
	private static String masked(String content) {
		return INVALID_NAME.matcher(content).replaceAll((name) -> name.group().replaceAll("[A-Za-z0-9]", "x"));
	}

	private static String line(RuntimeException ex) {
		Matcher matcher = LINE.matcher(String.valueOf(ex.getMessage()));
		return matcher.find() ? " at line " + matcher.group(1) : "";
	}

	private static Map<String, String> lowerCaseNames(Map<String, String> properties) {
		Map<String, String> result = new LinkedHashMap<>();
		properties.forEach((name, value) -> result.put(name.toLowerCase(Locale.ROOT), value));
		return result;
	}

}
