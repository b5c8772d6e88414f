package io.sprockets.dynamodb.profile;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * An environment that can change and that keeps what it was asked for.
 */
public final class RecordingEnvironment implements AwsEnvironment {

	private final Map<String, String> variables = new ConcurrentHashMap<>();

	private final Map<String, String> properties = new ConcurrentHashMap<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	public RecordingEnvironment withVariable(String name, Object value) {
		this.variables.put(name, value.toString());
		return this;
	}

	public RecordingEnvironment withProperty(String name, Object value) {
		this.properties.put(name, value.toString());
		return this;
	}

	@Override
	public @Nullable String variable(String name) {
		this.asked.add(name);
		return AwsEnvironment.of(this.variables, this.properties).variable(name);
	}

	@Override
	public @Nullable String property(String name) {
		this.asked.add(name);
		return AwsEnvironment.of(this.variables, this.properties).property(name);
	}

	/**
	 * Returns the names asked for so far, one for each question.
	 */
	public List<String> asked() {
		return this.asked;
	}

}
