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

	private ProfileFileParser() {
	}

	static ParsedFile parse(SharedFile file, String content) {
		PropertyNameMask mask = new PropertyNameMask(file, content);
		ProfileFile parsed = parsed(file, mask.mask());
		Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
		parsed.profiles().forEach((name, profile) -> profiles.put(name, properties(profile.properties(), mask)));
		return new ParsedFile(profiles, sections(parsed, profiles, "sso-session", "sso_session", mask),
				sections(parsed, profiles, "services", "services", mask));
	}

	/**
	 * The parser gives sections other than profiles by their name only.
	 */
	private static Map<String, Map<String, String>> sections(ProfileFile file,
			Map<String, Map<String, String>> profiles, String kind, String reference, PropertyNameMask mask) {
		Map<String, Map<String, String>> sections = new LinkedHashMap<>();
		profiles.values().stream().map((profile) -> profile.get(reference)).filter(Objects::nonNull).forEach((name) -> {
			file.getSection(kind, name)
				.ifPresent((section) -> sections.put(name, properties(section.properties(), mask)));
		});
		return sections;
	}

	private static ProfileFile parsed(SharedFile file, String content) {
		try {
			return ProfileFile.builder()
				.content(content)
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

	private static String line(RuntimeException ex) {
		Matcher matcher = LINE.matcher(String.valueOf(ex.getMessage()));
		return matcher.find() ? " at line " + matcher.group(1) : "";
	}

	private static Map<String, String> properties(Map<String, String> parsed, PropertyNameMask mask) {
		Map<String, String> result = new LinkedHashMap<>();
		parsed.forEach((name, value) -> result.put(name.toLowerCase(Locale.ROOT), mask.unmask(value)));
		return result;
	}

}
