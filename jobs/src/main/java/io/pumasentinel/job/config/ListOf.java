package io.pumasentinel.job.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A list whose entries are all of one type and differ.
 *
 * @param item what one entry may be
 * @param minimum at least so many entries
 * @param identity what of an entry must differ, as text
 */
record ListOf<T>(ValueType<T> item, int minimum, Function<T, String> identity)
        implements ValueType<List<T>> {

    static <T> ListOf<T> any(ValueType<T> item) {
        return new ListOf<>(item, 0, item::print);
    }

    static <T> ListOf<T> atLeastOne(ValueType<T> item) {
        return new ListOf<>(item, 1, item::print);
    }

    /** At least one entry; entries differ in what {@code identity} tells of them. */
    static <T> ListOf<T> distinctBy(ValueType<T> item, Function<T, String> identity) {
        return new ListOf<>(item, 1, identity);
    }

    @Override
    public @Nullable List<T> read(Node node, Field field) {
        if (!(node instanceof SequenceNode sequence)) {
            field.wrongKind(node, "a list", allowed());
            return null;
        }
        List<T> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Node entry = sequence.getValue().get(i);
            Field place = field.item(i, entry);
            T value = item.read(entry, place);
            if (value == null) {
                continue;
            }
            String name = identity.apply(value);
            if (seen.add(name)) {
                items.add(value);
            } else {
                place.problem(entry, "the same twice", Field.quote(name), "each once");
            }
        }
        if (sequence.getValue().size() < minimum) {
            field.problem(node, "too few entries", "an empty list", allowed());
        }
        return items;
    }

    @Override
    public String allowed() {
        String many = minimum > 0 ? "a list of at least one: " : "a list, each ";
        return many + item.allowed();
    }

    @Override
    public String print(List<T> values) {
        return values.stream().map(item::print).collect(Collectors.joining(", ", "[", "]"));
    }
}
