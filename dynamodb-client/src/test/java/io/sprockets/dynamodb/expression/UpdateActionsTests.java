package io.sprockets.dynamodb.expression;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UpdateActionsTests {

	@Test
	void readsAssignmentsAndRemovals() {
		UpdateActions actions = UpdateActions.of("set a = :a, #b.c=:bc remove d, #e.f");
		assertThat(actions.assigned()).containsExactly(Map.entry("a", ":a"), Map.entry("#b.c", ":bc"));
		assertThat(actions.removed()).containsExactly("d", "#e.f");
		assertThat(actions.assignmentsOnly()).isTrue();
		assertThat(actions.repeatable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SET a = :a", "SET a = if_not_exists(a, :a)", "SET a = b", "REMOVE a.b",
			"DELETE tags :gone", "SET #set = :add, remove_me = :x", "SET a = if_not_exists(b, :c), d = :d" })
	void tellsWhatMayBeRepeated(String expression) {
		assertThat(UpdateActions.of(expression).repeatable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADD n :one", "SET n = n + :one", "SET n=n-:one", "SET l = list_append(l, :new)",
			"SET l = list_append ( :new , l )", "REMOVE l[0]", "SET l[9] = :v", "SET a = :a ADD n :one",
			"SET n = if_not_exists(n, :zero) + :one", "set a = :a\nadd\tn :one" })
	void tellsWhatCountsTwice(String expression) {
		assertThat(UpdateActions.of(expression).repeatable()).isFalse();
		assertThat(UpdateActions.of(expression).assignmentsOnly()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SET", "nonsense", "SET a", "SET = , ,", "SET a = (((", "ADD", "REMOVE ," })
	void readsAnything(String expression) {
		assertThat(UpdateActions.of(expression)).isNotNull();
	}

}
