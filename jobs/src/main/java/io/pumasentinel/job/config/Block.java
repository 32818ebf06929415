package io.pumasentinel.job.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of options that becomes one record.
 *
 * <p>All options are read before the record is built, so that every problem is found; the record is
 * built only if every option could be read, and what its constructor still refuses is reported at
 * the option it names.
 *
 * @param options in the order of the reference
 * @param build makes the record
 */
record Block<R>(List<Option<?>> options, Function<Values, R> build) implements ValueType<R> {

    @Override
    public @Nullable R read(Node node, Field field) {
        if (Field.isNull(node)) {
            return absent(field);
        }
        if (node instanceof MappingNode mapping) {
            return build(entries(mapping, field), field);
        }
        field.wrongKind(node, "a mapping", allowed());
        return null;
    }

    /**
     * The record when the file leaves the whole block out: defaults, unless something is needed.
     */
    @Nullable R absent(Field field) {
        return build(Map.of(), field);
    }

    @Override
    public String allowed() {
        return "a mapping of "
                + options.stream().map(Option::name).collect(Collectors.joining(", "));
    }

    @Override
    public String print(R value) {
        return "";
    }

    private Map<String, NodeTuple> entries(MappingNode mapping, Field field) {
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        for (NodeTuple entry : Keys.unique(mapping, field)) {
            String key = ((ScalarNode) entry.getKeyNode()).getValue();
            if (options.stream().anyMatch(option -> option.name().equals(key))) {
                entries.put(key, entry);
            } else {
                List<String> names = options.stream().map(Option::name).toList();
                field.child(Keys.shown(key), field.place())
                        .problem(
                                entry.getKeyNode(),
                                "unknown key",
                                Field.quote(key),
                                Nearest.advice(key, names));
            }
        }
        return entries;
    }

    private @Nullable R build(Map<String, NodeTuple> entries, Field field) {
        int before = field.reading().problemCount();
        Values values = new Values();
        for (Option<?> option : options) {
            readInto(values, option, entries.get(option.name()), field);
        }
        if (field.reading().problemCount() > before) {
            return null;
        }
        try {
            return build.apply(values);
        } catch (InvalidOption refusal) {
            NodeTuple entry = entries.get(refusal.field());
            Place place = entry == null ? field.place() : Place.of(entry.getValueNode());
            field.child(refusal.field(), place).problem(place, refusal.problem());
            return null;
        } catch (IllegalArgumentException refusal) {
            field.problem(field.place(), String.valueOf(refusal.getMessage()));
            return null;
        }
    }

    private static <T> void readInto(
            Values values, Option<T> option, @Nullable NodeTuple entry, Field parent) {
        if (entry != null) {
            Field field = parent.child(option.name(), Place.of(entry.getKeyNode()));
            values.put(option, option.type().read(entry.getValueNode(), field));
        } else if (option.type() instanceof Block<T> block) {
            values.put(option, block.absent(parent.child(option.name(), parent.place())));
        } else if (option.isRequired(parent.reading())) {
            Field field = parent.child(option.name(), parent.place());
            field.problem(parent.place(), "missing (got nothing); " + option.type().allowed());
        } else {
            values.put(option, option.fallback());
        }
    }
}
