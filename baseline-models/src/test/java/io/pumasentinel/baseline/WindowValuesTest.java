package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowValuesTest {

    @Test
    void tellsMethodsStatusesAndParameterNamesApart() {
        assertThat(different("a=1", "a=2&a", "a")).isEqualTo(3);
        assertThat(different("a=1&b=2", "b&a=3", "&&=7&b")).isEqualTo(4);
        assertThat(different("item[1]=x", "item[7]=y")).isEqualTo(3);
        assertThat(different((String) null)).isEqualTo(2);
        assertThat(different("")).isEqualTo(2);
    }

    @Test
    void keepsTheSameOfTooManyWhateverTheirOrder() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            names.add("n" + (char) ('a' + i % 26) + (char) ('a' + i / 26));
        }
        names.addAll(names.subList(0, 200));
        WindowValues first = of(names);
        Collections.shuffle(names, new Random(3));
        WindowValues second = of(names);

        assertThat(first.size).isEqualTo(WindowValues.MOST);
        assertThat(second.hashes).isEqualTo(first.hashes);
        assertThat(second.counts).isEqualTo(first.counts);
        assertThat(second.beyond).isEqualTo(first.beyond);
        long kept = 0;
        for (int count : first.counts) {
            kept += count;
        }
        // A method, a status and a name each.
        assertThat(kept + first.beyond).isEqualTo(3 * 500);
    }

    @Test
    void readsOnlyTheBeginningOfAHostileQuery() {
        WindowValues values = new WindowValues();
        values.add("GET", 200, "x".repeat(1_000_000) + "=1");
        assertThat(values.size).isEqualTo(2);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            many.append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append("&");
        }
        values.add("GET", 200, many.toString());
        assertThat(values.size).isEqualTo(2 + WindowValues.MOST_NAMES);
    }

    private static int different(@Nullable String... queries) {
        WindowValues values = new WindowValues();
        for (String query : queries) {
            values.add("GET", 200, query);
        }
        assertThat(values.requests).isEqualTo(queries.length);
        return values.size;
    }

    private static WindowValues of(List<String> names) {
        WindowValues values = new WindowValues();
        names.forEach(name -> values.add("GET", 200, name));
        return values;
    }
}
