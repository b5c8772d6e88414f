package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.sprockets.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/**
 * A record with components of types that Jackson reads in ways of their own, named by
 * single letters so that broken answers hit them.
 */
record FuzzedRecord(Instant a, LocalDate b, Duration c, UUID d, TimeUnit e, Optional<String> f, int[] g, ByteBuffer h,
		List<Map<String, Set<Long>>> i, AttributeValue j, JsonNode k, BigInteger l, float m, char n, Shape o,
		ZonedDateTime p, OptionalLong q, Map<TimeUnit, Instant> r, String[] s, Object t, Boolean u, short v, byte w,
		Set<byte[]> x, BigDecimal y, Map<Long, URI> z, char[] ab, AtomicLong cd, Currency ef, Pattern gh,
		FuzzedRecord self) {

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
	@JsonSubTypes({ @JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class) })
	interface Shape {

	}

	record Circle(double radius) implements Shape {

	}

	record Square(long side, Shape inner) implements Shape {

	}

}
