package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource({
        "t, true",
        "f, false",
        "not f, true",
        "not not f, false",
        "t and f, false",
        "t or f, true",
        "t or f and f, true",
        "(t or f) and f, false",
        "not f and f, false",
        "not (f and f), true",
        "not f or t, true",
        "f or not f and t, true",
        "T_one OR f, true",
        "1 of x_*, true",
        "all of x_*, false",
        "1 of them, true",
        "all of them, false",
        "all of y_*, true",
        "1 of f, false",
        "not 1 of x_* or t, true",
        "all of _hidden*, false",
        "1 of y_* and not all of x_*, true",
    })
    void followsPrecedenceAndQuantifiers(String condition, boolean expected) throws Exception {
        assertThat(compile(condition).matches(Rules.get("/"))).isEqualTo(expected);
    }

    @Test
    void themLeavesOutSelectionsThatBeginWithAnUnderscore() throws Exception {
        Map<String, Matcher> selections = new LinkedHashMap<>();
        selections.put("a", view -> true);
        selections.put("_b", view -> false);
        Matcher all = ConditionParser.compile("all of them", selections);
        assertThat(all.matches(Rules.get("/"))).isTrue();
    }

    @Test
    void refusesEndlessNestingInsteadOfOverflowing() {
        String deep = "(".repeat(5_000) + "s" + ")".repeat(5_000);
        assertThat(Rules.problems(Rules.detection("  s:\n    url.path: /\n  condition: " + deep)))
                .singleElement()
                .asString()
                .contains("nested too deeply");
        String nots = "not ".repeat(5_000) + "s";
        assertThat(Rules.problems(Rules.detection("  s:\n    url.path: /\n  condition: " + nots)))
                .singleElement()
                .asString()
                .contains("nested too deeply");
    }

    private static Matcher compile(String condition) throws Exception {
        Map<String, Matcher> selections = new LinkedHashMap<>();
        selections.put("t", view -> true);
        selections.put("f", view -> false);
        selections.put("T_one", view -> true);
        selections.put("x_1", view -> true);
        selections.put("x_2", view -> false);
        selections.put("y_1", view -> true);
        selections.put("y_2", view -> true);
        selections.put("_hidden", view -> false);
        return ConditionParser.compile(condition, selections);
    }
}
