package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.sprockets.dynamodb.credentials.AwsCredentials;

/**
 * One case of the shared signing vectors.
 */
record SigningCase(JsonNode json) {

	static List<SigningCase> all() {
		Path file = Path.of(System.getProperty("dynamodb.vectors", ""), "sigv4-cases.json");
		Assumptions.assumeTrue(Files.exists(file), "Signing vectors are absent: system property dynamodb.vectors");
		return JsonMapper.shared().readTree(file.toFile()).get("cases").valueStream().map(SigningCase::new).toList();
	}

	String id() {
		return this.json.get("id").asString();
	}

	String group() {
		return this.json.get("group").asString();
	}

	String region() {
		return this.json.get("region").asString();
	}

	String service() {
		return this.json.get("service").asString();
	}

	String amzDate() {
		return this.json.get("amzDate").asString();
	}

	Instant time() {
		return Instant.parse(this.json.get("timestamp").asString());
	}

	boolean option(String name) {
		return this.json.get("options").get(name).asBoolean();
	}

	String expected(String name) {
		return this.json.get("expect").get(name).asString();
	}

	AwsCredentials credentials() {
		JsonNode credentials = this.json.get("credentials");
		JsonNode token = credentials.get("sessionToken");
		return AwsCredentials.of(credentials.get("accessKeyId").asString(),
				credentials.get("secretAccessKey").asString(), token.isNull() ? null : token.asString());
	}

	byte[] body() {
		JsonNode request = this.json.get("request");
		JsonNode parts = request.get("bodyParts");
		String body = (parts != null) ? parts.get("prefix").asString()
				+ parts.get("repeat").asString().repeat(parts.get("count").asInt()) + parts.get("suffix").asString()
				: request.get("body").asString();
		return body.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns the headers of the request without those the signer adds and without those
	 * the case says are not signed.
	 */
	SignableHeaders headers() {
		List<String> signed = List.of(expected("signedHeaders").split(";"));
		SignableHeaders headers = SignableHeaders.ofHost(host());
		for (JsonNode header : this.json.get("request").get("headers")) {
			String name = header.get(0).asString();
			boolean added = name.equalsIgnoreCase("Host") || name.equalsIgnoreCase(AwsV4Signer.DATE_HEADER)
					|| name.equalsIgnoreCase(AwsV4Signer.TOKEN_HEADER);
			if (!added && signed.contains(name.toLowerCase(Locale.ROOT))) {
				headers = headers.with(name, header.get(1).asString());
			}
		}
		if (option("addContentSha256Header")) {
			String canonicalRequest = expected("canonicalRequest");
			headers = headers.with("X-Amz-Content-Sha256",
					canonicalRequest.substring(canonicalRequest.lastIndexOf('\n') + 1));
		}
		return headers;
	}

	private String host() {
		for (JsonNode header : this.json.get("request").get("headers")) {
			if (header.get(0).asString().equalsIgnoreCase("Host")) {
				return header.get(1).asString();
			}
		}
		throw new IllegalStateException("No host in " + id());
	}

	@Override
	public String toString() {
		return id();
	}

}
