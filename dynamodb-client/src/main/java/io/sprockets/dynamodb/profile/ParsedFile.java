package io.sprockets.dynamodb.profile;

import java.util.Map;

/**
 * The sections of one file, by kind and name, each with its properties.
 *
 * @param profiles those that are profiles
 * @param ssoSessions the {@code sso-session} sections that a profile refers to
 * @param services the {@code services} sections that a profile refers to
 */
record ParsedFile(Map<String, Map<String, String>> profiles, Map<String, Map<String, String>> ssoSessions,
		Map<String, Map<String, String>> services) {
}
