package io.sprockets.dynamodb.profile;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

	static Map<String, Map<String, String>> parse(SharedFile file, String content) {
		Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
		PropertyNameMask mask = new PropertyNameMask(file, content);
		parsed(file, mask.mask()).profiles()
			.forEach((name, profile) -> profiles.put(name, properties(profile.properties(), mask)));
		return profiles;
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
