package io.pumasentinel.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Compiles one value that is compared with text. */
final class TextValue {
    private final FieldKey key;
    private final String path;
    private final Problems problems;

    TextValue(FieldKey key, String path, Problems problems) {
        this.key = key;
        this.path = path;
        this.problems = problems;
    }

    /** The texts to look for, if that is all the value asks: such texts share one automaton. */
    List<String> needles(ScalarNode value) {
        if (!contains() || key.all()) {
            return List.of();
        }
        if (TextChanges.encodes(key.changes())) {
            return key.cased() ? TextChanges.of(value.getValue(), key.changes()) : List.of();
        }
        List<String> needles = new ArrayList<>();
        for (Glob glob : globs(value)) {
            Optional<String> needle = glob.needle();
            if (needle.isEmpty()) {
                return List.of();
            }
            needles.add(needle.get());
        }
        return needles;
    }

    /** The value as a test; empty, and noted, if it is not understood. */
    Optional<TextTest> compile(ScalarNode value) {
        if (key.operator() == Modifier.RE) {
            return regex(value);
        }
        if (key.operator() == Modifier.CIDR) {
            return cidr(value);
        }
        boolean compares = key.operator() != null || key.field() == null;
        if (compares && value.getValue().isEmpty()) {
            return wrong(value, "no text (got an empty one); at least one character");
        }
        TextTest[] tests = globs(value).stream().map(Glob::compile).toArray(TextTest[]::new);
        if (tests.length == 1) {
            return Optional.of(tests[0]);
        }
        return Optional.of(
                text -> {
                    for (TextTest test : tests) {
                        if (test.test(text)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private List<Glob> globs(ScalarNode value) {
        boolean encodes = TextChanges.encodes(key.changes());
        boolean before = contains() || key.operator() == Modifier.ENDSWITH;
        boolean behind = contains() || key.operator() == Modifier.STARTSWITH;
        return TextChanges.of(value.getValue(), key.changes()).stream()
                .map(text -> encodes ? Glob.literal(text, true) : Glob.parse(text, key.cased()))
                .map(glob -> glob.open(before, behind))
                .toList();
    }

    /** Text without a field is looked for anywhere. */
    private boolean contains() {
        return key.operator() == Modifier.CONTAINS
                || (key.field() == null && key.operator() == null);
    }

    private Optional<TextTest> cidr(ScalarNode value) {
        Optional<AddressRange> range = AddressRange.parse(value.getValue());
        return range.isPresent()
                ? Optional.of(range.get())
                : wrong(
                        value,
                        "not a block (got %s); such as 192.0.2.0/24 or 2001:db8::/32"
                                .formatted(value.getValue()));
    }

    private Optional<TextTest> regex(ScalarNode value) {
        int flags = key.has(Modifier.I) ? Pattern.CASE_INSENSITIVE : 0;
        flags |= key.has(Modifier.M) ? Pattern.MULTILINE : 0;
        flags |= key.has(Modifier.S) ? Pattern.DOTALL : 0;
        try {
            Pattern pattern = Pattern.compile(value.getValue(), flags);
            return Optional.of(text -> pattern.matcher(text).find());
        } catch (PatternSyntaxException e) {
            return wrong(
                    value,
                    "not an RE2 expression (got %s: %s); RE2 has no look-around, no back references"
                            .formatted(value.getValue(), e.getDescription()));
        }
    }

    private Optional<TextTest> wrong(ScalarNode value, String message) {
        problems.add(value, path, message);
        return Optional.empty();
    }
}
