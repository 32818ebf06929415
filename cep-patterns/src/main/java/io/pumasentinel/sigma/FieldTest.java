package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Compiles one line of a selection: a field or keywords, modifiers, a value or values. */
final class FieldTest {
    private final FieldKey key;
    private final List<Field> fields;
    private final String path;
    private final Problems problems;
    private final TextValue texts;

    private FieldTest(FieldKey key, List<Field> fields, String path, Problems problems) {
        this.key = key;
        this.fields = fields;
        this.path = path;
        this.problems = problems;
        this.texts = new TextValue(key, path, problems);
    }

    /**
     * The line as a predicate; empty, and noted, if a value is not understood.
     *
     * @param fields where the values are looked for: the key's field, or all that keywords see
     */
    static Optional<Matcher> compile(
            FieldKey key, List<Field> fields, Node value, String path, Problems problems) {
        Optional<Matcher> matcher = new FieldTest(key, fields, path, problems).compile(value);
        return key.has(Modifier.NEQ) ? matcher.map(Matchers::not) : matcher;
    }

    private Optional<Matcher> compile(Node value) {
        boolean list = value instanceof SequenceNode;
        List<Node> values = list ? ((SequenceNode) value).getValue() : List.of(value);
        if (values.isEmpty()) {
            problems.add(value, path, "no value (got an empty list); at least one");
            return Optional.empty();
        }
        if (key.all() && values.size() < 2) {
            problems.add(value, path, "all needs several values (got one); a list");
            return Optional.empty();
        }
        List<Matcher> parts = new ArrayList<>();
        List<String> needles = new ArrayList<>();
        int understood = 0;
        for (Node item : values) {
            List<String> own = isText(item) ? texts.needles((ScalarNode) item) : List.of();
            Optional<Matcher> part = own.isEmpty() ? matcher(item) : Optional.empty();
            needles.addAll(own);
            part.ifPresent(parts::add);
            understood += !own.isEmpty() || part.isPresent() ? 1 : 0;
        }
        if (!needles.isEmpty()) {
            parts.add(0, inAnyField(NeedleSet.of(needles, key.cased())));
        }
        return understood < values.size()
                ? Optional.empty()
                : Optional.of(key.all() ? Matchers.all(parts) : Matchers.any(parts));
    }

    private boolean isText(Node value) {
        return value instanceof ScalarNode
                && !Section.isNull(value)
                && key.operator() != Modifier.EXISTS
                && key.part() == null
                && !key.has(Modifier.FIELDREF)
                && key.comparesText();
    }

    private Optional<Matcher> matcher(Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            return wrong(value, "not a value (got " + Section.describe(value) + "); a text");
        }
        if (Section.isNull(value)) {
            boolean plain = key.operator() == null && key.part() == null && key.field() != null;
            return plain
                    ? Optional.of(Matchers.not(Matchers.exists(fields.get(0))))
                    : wrong(value, "null with a modifier (got null); a value");
        }
        if (key.operator() == Modifier.EXISTS) {
            return exists(scalar);
        }
        if (key.has(Modifier.FIELDREF)) {
            return reference(scalar);
        }
        if (isText(value)) {
            return texts.compile(scalar).map(this::inAnyField);
        }
        return number(scalar);
    }

    private Matcher inAnyField(TextTest test) {
        return Matchers.any(fields.stream().map(field -> Matchers.text(field, test)).toList());
    }

    private Optional<Matcher> exists(ScalarNode value) {
        return switch (value.getValue()) {
            case "true" -> Optional.of(Matchers.exists(fields.get(0)));
            case "false" -> Optional.of(Matchers.not(Matchers.exists(fields.get(0))));
            default ->
                    wrong(value, "not a truth value (got " + value.getValue() + "); true, false");
        };
    }

    private Optional<Matcher> reference(ScalarNode value) {
        Optional<Field> other = Field.named(value.getValue()).filter(f -> !f.numeric());
        return other.isPresent()
                ? Optional.of(
                        Matchers.reference(fields.get(0), other.get(), key.operator(), key.cased()))
                : wrong(value, "not a text field (got " + value.getValue() + "); a field's name");
    }

    private Optional<Matcher> number(ScalarNode value) {
        OptionalDouble number = numberOf(value.getValue());
        if (number.isEmpty()) {
            return wrong(value, "not a number (got " + value.getValue() + "); such as 404 or 0.95");
        }
        Field field = fields.get(0);
        ToDoubleFunction<EventView> read =
                key.part() == null ? view -> view.number(field) : TimeParts.of(key.part());
        return Optional.of(Matchers.number(read, key.operator(), number.getAsDouble()));
    }

    private Optional<Matcher> wrong(Node value, String message) {
        problems.add(value, path, message);
        return Optional.empty();
    }

    /** The number that a text is; empty if it is none or infinite. */
    static OptionalDouble numberOf(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number)
                            && !text.isEmpty()
                            && text.charAt(text.length() - 1) <= '9'
                    ? OptionalDouble.of(number)
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
