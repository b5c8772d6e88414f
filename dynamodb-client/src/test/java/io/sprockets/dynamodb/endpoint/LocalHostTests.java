package io.sprockets.dynamodb.endpoint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalHostTests {

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost.", "db.localhost", "127.0.0.1", "127.255.1.2", "0.0.0.0", "[::1]",
			"[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]" })
	void thisMachineIsLocal(String host) {
		assertThat(LocalHost.is(host)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "example.com", "localhost.example.com", "notlocalhost", "128.0.0.1", "10.0.0.1",
			"127.0.0.1.example.com", "dynamodb", "host.docker.internal", "[2001:db8::1]", "[fe80::1]" })
	void anyOtherMachineIsNot(String host) {
		assertThat(LocalHost.is(host)).isFalse();
	}

}
