package io.sprockets.dynamodb.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UpdateExpressionTests {

	@Test
	void stepsOfAKindShareTheirClause() {
		UpdateExpression update = UpdateExpression.EMPTY.set("a", 1)
			.remove("b")
			.set("c", 2)
			.add("d", 3)
			.delete("e", Set.of(4));
		assertThat(update.text()).isEqualTo("SET #_u0 = :_u0, #_u2 = :_u1 REMOVE #_u1 ADD #_u3 :_u2 DELETE #_u4 :_u3");
		assertThat(update.names()).isEqualTo(Map.of("#_u0", "a", "#_u1", "b", "#_u2", "c", "#_u3", "d", "#_u4", "e"));
		assertThat(update.values()).isEqualTo(Map.of(":_u0", 1, ":_u1", 2, ":_u2", 3, ":_u3", Set.of(4)));
	}

	@Test
	void aNameHasOnePlaceholder() {
		UpdateExpression update = UpdateExpression.EMPTY.set("a.b", 1).setIfAbsent("b.a", 2);
		assertThat(update.text()).isEqualTo("SET #_u0.#_u1 = :_u0, #_u1.#_u0 = if_not_exists(#_u1.#_u0, :_u1)");
		assertThat(update.names()).hasSize(2);
	}

	@Test
	void indexesStayInThePath() {
		assertThat(UpdateExpression.EMPTY.set("lines[0].parts[1][2]", 1).text())
			.isEqualTo("SET #_u0[0].#_u1[1][2] = :_u0");
	}

	@Test
	void appendingMakesTheListWhereItIsAbsent() {
		UpdateExpression update = UpdateExpression.EMPTY.append("log", List.of("x"));
		assertThat(update.text()).isEqualTo("SET #_u0 = list_append(if_not_exists(#_u0, :_u0), :_u1)");
		assertThat(update.values()).isEqualTo(Map.of(":_u0", List.of(), ":_u1", List.of("x")));
	}

	@Test
	void anEmptySetRemoves() {
		assertThat(UpdateExpression.EMPTY.set("tags", Set.of()).text()).isEqualTo("REMOVE #_u0");
	}

	@Test
	void stepsLeaveTheExpressionTheyComeFromAlone() {
		UpdateExpression first = UpdateExpression.EMPTY.set("a", 1);
		first.set("b", 2);
		assertThat(first.text()).isEqualTo("SET #_u0 = :_u0");
		assertThat(UpdateExpression.EMPTY.isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a.", ".a", "a..b", "a[", "a[]", "a[x]", "a[-1]", "a]0[", "[0]", "a[0]b" })
	void whatIsNoPathIsNamed(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateExpression.EMPTY.remove(path))
			.withMessageContaining("'" + path + "'");
	}

}
