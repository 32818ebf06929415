package io.pumasentinel.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Compiles one line of a selection: a field, its modifiers and its value or values. */
final class FieldTest {
    private final FieldKey key;
    private final String path;
    private final Problems problems;

    private FieldTest(FieldKey key, String path, Problems problems) {
        this.key = key;
        this.path = path;
        this.problems = problems;
    }

    /** The line as a predicate; empty, and noted, if a value is not understood. */
    static Optional<Matcher> compile(FieldKey key, Node value, String path, Problems problems) {
        return new FieldTest(key, path, problems).compile(value);
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
            Optional<String> needle = key.all() ? Optional.empty() : needle(item);
            Optional<Matcher> part = needle.isPresent() ? Optional.empty() : matcher(item);
            needle.ifPresent(needles::add);
            part.ifPresent(parts::add);
            understood += needle.isPresent() || part.isPresent() ? 1 : 0;
        }
        if (!needles.isEmpty()) {
            parts.add(0, Matchers.text(key.field(), NeedleSet.of(needles, key.cased())));
        }
        return understood < values.size()
                ? Optional.empty()
                : Optional.of(key.all() ? Matchers.all(parts) : Matchers.any(parts));
    }

    /** The text to look for, if that is all the value asks: such texts share one automaton. */
    private Optional<String> needle(Node value) {
        return key.operator() == Modifier.CONTAINS
                        && value instanceof ScalarNode scalar
                        && !Section.isNull(value)
                ? glob(scalar).needle()
                : Optional.empty();
    }

    private Optional<Matcher> matcher(Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            return wrong(value, "not a value (got " + Section.describe(value) + "); a text");
        }
        Modifier operator = key.operator();
        if (Section.isNull(value)) {
            return operator == null
                    ? Optional.of(Matchers.not(Matchers.exists(key.field())))
                    : wrong(value, "null with a modifier (got null); a value");
        }
        if (operator == Modifier.EXISTS) {
            return exists(scalar);
        }
        return key.field().numeric() ? number(scalar) : text(scalar);
    }

    private Optional<Matcher> exists(ScalarNode value) {
        return switch (value.getValue()) {
            case "true" -> Optional.of(Matchers.exists(key.field()));
            case "false" -> Optional.of(Matchers.not(Matchers.exists(key.field())));
            default ->
                    wrong(value, "not a truth value (got " + value.getValue() + "); true, false");
        };
    }

    private Optional<Matcher> number(ScalarNode value) {
        OptionalDouble number = numberOf(value.getValue());
        if (number.isEmpty()) {
            return wrong(value, "not a number (got " + value.getValue() + "); such as 404 or 0.95");
        }
        Modifier operator = key.operator();
        return Optional.of(
                operator == null
                        ? Matchers.equal(key.field(), number.getAsDouble())
                        : Matchers.compare(key.field(), operator, number.getAsDouble()));
    }

    private Optional<Matcher> text(ScalarNode value) {
        Modifier operator = key.operator();
        if (operator == Modifier.RE) {
            return regex(value).map(test -> Matchers.text(key.field(), test));
        }
        if (operator == Modifier.CIDR) {
            Optional<AddressRange> range = AddressRange.parse(value.getValue());
            return range.isPresent()
                    ? Optional.of(Matchers.text(key.field(), range.get()))
                    : wrong(
                            value,
                            "not a block (got %s); such as 192.0.2.0/24 or 2001:db8::/32"
                                    .formatted(value.getValue()));
        }
        if (operator != null && value.getValue().isEmpty()) {
            return wrong(value, "no text (got an empty one); at least one character");
        }
        return Optional.of(Matchers.text(key.field(), glob(value).compile()));
    }

    private Glob glob(ScalarNode value) {
        Glob glob = Glob.parse(value.getValue(), key.cased());
        Modifier operator = key.operator();
        boolean before = operator == Modifier.CONTAINS || operator == Modifier.ENDSWITH;
        boolean behind = operator == Modifier.CONTAINS || operator == Modifier.STARTSWITH;
        return glob.open(before, behind);
    }

    private Optional<TextTest> regex(ScalarNode value) {
        try {
            Pattern pattern = Pattern.compile(value.getValue());
            return Optional.of(text -> pattern.matcher(text).find());
        } catch (PatternSyntaxException e) {
            problems.add(
                    value,
                    path,
                    "not an RE2 expression (got %s: %s); RE2 has no look-around, no back references"
                            .formatted(value.getValue(), e.getDescription()));
            return Optional.empty();
        }
    }

    private Optional<Matcher> wrong(Node value, String message) {
        problems.add(value, path, message);
        return Optional.empty();
    }

    private static OptionalDouble numberOf(String text) {
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
