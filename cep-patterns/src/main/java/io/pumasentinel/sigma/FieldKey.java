package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The left side of one line of a selection: {@code field|modifier|modifier}.
 *
 * @param field null for a key without a field, whose values are keywords
 * @param operator the modifier that compares; null for plain equality
 * @param part the part of a time that is compared; null for all of it
 * @param others the rest, in the order of the key
 */
record FieldKey(
        @Nullable Field field,
        @Nullable Modifier operator,
        @Nullable Modifier part,
        List<Modifier> others) {

    FieldKey {
        others = List.copyOf(others);
    }

    /** Whether the key has a modifier that does not compare. */
    boolean has(Modifier modifier) {
        return others.contains(modifier);
    }

    /** Whether every value must match. */
    boolean all() {
        return has(Modifier.ALL);
    }

    /** Whether upper and lower case differ. */
    boolean cased() {
        return has(Modifier.CASED);
    }

    /** Whether values are compared as text: a number's digits, if the modifier asks for text. */
    boolean comparesText() {
        boolean text =
                operator != null
                        && (operator.role() == Modifier.Role.TEXT
                                || operator.role() == Modifier.Role.PATTERN);
        return field == null || !field.numeric() || text;
    }

    /** The modifiers that change the value before it is compared, in the order of the key. */
    List<Modifier> changes() {
        return others.stream().filter(m -> m.role() == Modifier.Role.VALUE).toList();
    }

    /** The key of text without a field. */
    static FieldKey keyword() {
        return new FieldKey(null, null, null, List.of());
    }

    /**
     * The modifiers of a key; empty, and noted, if they are not understood.
     *
     * @param field what stands before them; null for keywords
     */
    static Optional<FieldKey> parse(
            String key, @Nullable Field field, Node node, String path, Problems problems) {
        String[] parts = key.split("\\|", -1);
        Set<Modifier> modifiers = new LinkedHashSet<>();
        int column = parts[0].length() + 1;
        for (int i = 1; i < parts.length; i++) {
            Optional<Modifier> modifier = Modifier.named(parts[i]);
            if (modifier.isEmpty() || !modifiers.add(modifier.get())) {
                String what = modifier.isEmpty() ? "unknown modifier" : "modifier twice";
                String allowed = " (got " + parts[i] + "); each once of " + allowed();
                problems.add(node.getStartMark(), column, path, what + allowed);
                return Optional.empty();
            }
            column += parts[i].length() + 1;
        }
        List<Modifier> operators = modifiers.stream().filter(Modifier::compares).toList();
        List<Modifier> times = ofRole(modifiers, Modifier.Role.TIME);
        List<Modifier> others = new ArrayList<>(modifiers);
        others.removeAll(operators);
        others.removeAll(times);
        FieldKey parsed =
                new FieldKey(
                        field,
                        operators.isEmpty() ? null : operators.get(0),
                        times.isEmpty() ? null : times.get(0),
                        others);
        String wrong = operators.size() > 1 ? exclude(operators) : null;
        wrong = wrong == null && times.size() > 1 ? exclude(times) : wrong;
        wrong = wrong == null ? parsed.wrong() : wrong;
        if (wrong != null) {
            problems.add(node, path, wrong);
            return Optional.empty();
        }
        return Optional.of(parsed);
    }

    private @Nullable String wrong() {
        String wrong = wrongKind();
        if (wrong != null) {
            return wrong;
        }
        boolean pattern = operator != null && operator.role() == Modifier.Role.PATTERN;
        boolean text = operator == null || operator.role() == Modifier.Role.TEXT;
        boolean numeric = field != null && field.numeric();
        if (cased() && (numeric || !text)) {
            return "cased has no meaning here (got " + texts() + "); text comparisons";
        }
        if (all() && !pattern && (field == null ? !text : operator == null || !text)) {
            return "all has no meaning here (got "
                    + texts()
                    + "); with contains, startswith, endswith, re or cidr";
        }
        List<Modifier> flags = ofRole(others, Modifier.Role.FLAG);
        if (!flags.isEmpty() && operator != Modifier.RE) {
            return "flags without re (got " + texts() + "); re|i, re|m, re|s";
        }
        if (!changes().isEmpty() && (numeric || !text)) {
            return "a change of text that is not compared as text (got "
                    + texts()
                    + "); with contains, startswith, endswith or alone";
        }
        boolean encoded = has(Modifier.BASE64) || has(Modifier.BASE64OFFSET);
        boolean wide = changes().stream().anyMatch(FieldKey::isWide);
        if (wide && !encoded) {
            return "UTF-16 without base64 (got " + texts() + "); base64 or base64offset after it";
        }
        if (has(Modifier.FIELDREF) && (numeric || field == null || !text || !changes().isEmpty())) {
            return "fieldref has no meaning here (got "
                    + texts()
                    + "); a text field, alone or with contains, startswith or endswith";
        }
        return null;
    }

    private @Nullable String wrongKind() {
        if (field == null) {
            return operator != null && operator != Modifier.RE && operator != Modifier.CONTAINS
                    ? "a modifier that needs a field (got " + operator.text() + "); all, re"
                    : part == null ? null : "a time without a field (got " + texts() + ")";
        }
        if (part != null) {
            return field != Field.TIMESTAMP
                    ? "a part of a time on another field (got %s); %s"
                            .formatted(part.text(), Field.TIMESTAMP.canonicalName())
                    : null;
        }
        if (field == Field.TIMESTAMP && operator != Modifier.EXISTS) {
            return "a time as a whole (got %s); minute, hour, day, week, month or year of it"
                    .formatted(field.canonicalName());
        }
        if (operator == null || operator == Modifier.EXISTS) {
            return null;
        }
        if (field.numeric() && operator == Modifier.CIDR) {
            return "an address block on a number (got cidr); gt, gte, lt, lte";
        }
        return !field.numeric() && operator.role() == Modifier.Role.NUMBER
                ? "a number modifier on a text (got " + operator.text() + "); contains, re, …"
                : null;
    }

    static boolean isWide(Modifier modifier) {
        return modifier == Modifier.UTF16LE
                || modifier == Modifier.WIDE
                || modifier == Modifier.UTF16BE
                || modifier == Modifier.UTF16;
    }

    private static List<Modifier> ofRole(Collection<Modifier> modifiers, Modifier.Role role) {
        return modifiers.stream().filter(m -> m.role() == role).toList();
    }

    private static String exclude(List<Modifier> modifiers) {
        return "modifiers exclude each other (got " + texts(modifiers) + "); one of them";
    }

    private static String allowed() {
        return String.join(", ", Modifier.names());
    }

    private String texts() {
        List<Modifier> all = new ArrayList<>();
        if (operator != null) {
            all.add(operator);
        }
        all.addAll(others);
        return texts(all);
    }

    private static String texts(List<Modifier> modifiers) {
        return modifiers.stream().map(Modifier::text).collect(Collectors.joining("|"));
    }
}
