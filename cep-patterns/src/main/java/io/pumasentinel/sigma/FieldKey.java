package io.pumasentinel.sigma;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The left side of one line of a selection: {@code field|modifier|modifier}.
 *
 * @param operator the modifier that compares; null for plain equality
 * @param all whether every value must match
 * @param cased whether upper and lower case differ
 */
record FieldKey(Field field, @Nullable Modifier operator, boolean all, boolean cased) {

    /** The key as parsed; empty, and noted, if it is not understood. */
    static Optional<FieldKey> parse(
            String key, LogSource source, Node node, String path, Problems problems) {
        String[] parts = key.split("\\|", -1);
        Optional<Field> field = Field.named(parts[0]);
        if (field.isEmpty()) {
            problems.add(node, path, "unknown field (got " + parts[0] + "); " + fieldsOf(source));
            return Optional.empty();
        }
        if (!field.get().sources().contains(source)) {
            String message = "field is never present in this logsource (got %s); %s";
            problems.add(node, path, message.formatted(parts[0], fieldsOf(source)));
            return Optional.empty();
        }
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
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
        return combine(field.get(), modifiers, node, path, problems);
    }

    private static Optional<FieldKey> combine(
            Field field, Set<Modifier> modifiers, Node node, String path, Problems problems) {
        Set<Modifier> operators = EnumSet.noneOf(Modifier.class);
        operators.addAll(modifiers);
        operators.removeIf(m -> m.role() == Modifier.Role.MANNER);
        Modifier operator = operators.isEmpty() ? null : operators.iterator().next();
        boolean all = modifiers.contains(Modifier.ALL);
        boolean cased = modifiers.contains(Modifier.CASED);
        String wrong = null;
        if (operators.size() > 1) {
            wrong = "modifiers exclude each other (got " + texts(operators) + "); one of them";
        } else if (operator != null && !fits(operator, field)) {
            wrong = wrongKind(field, operator);
        } else if (cased && !casedMakesSense(field, operator)) {
            wrong = "cased has no meaning here (got " + texts(modifiers) + "); text comparisons";
        } else if (all && (operator == null || operator.role() != Modifier.Role.TEXT)) {
            wrong =
                    "all has no meaning here (got "
                            + texts(modifiers)
                            + "); with contains, "
                            + "startswith, endswith, re or cidr";
        }
        if (wrong != null) {
            problems.add(node, path, wrong);
            return Optional.empty();
        }
        return Optional.of(new FieldKey(field, operator, all, cased));
    }

    private static boolean fits(Modifier operator, Field field) {
        return switch (operator.role()) {
            case TEXT -> !field.numeric();
            case NUMBER -> field.numeric();
            case PRESENCE, MANNER -> true;
        };
    }

    private static String wrongKind(Field field, Modifier operator) {
        return field.numeric()
                ? "a text modifier on a number (got " + operator.text() + "); gt, gte, lt, lte"
                : "a number modifier on a text (got " + operator.text() + "); contains, re, …";
    }

    private static boolean casedMakesSense(Field field, @Nullable Modifier operator) {
        return !field.numeric()
                && (operator == null
                        || operator == Modifier.CONTAINS
                        || operator == Modifier.STARTSWITH
                        || operator == Modifier.ENDSWITH);
    }

    private static String allowed() {
        return String.join(", ", Modifier.names());
    }

    private static String texts(Set<Modifier> modifiers) {
        return modifiers.stream().map(Modifier::text).collect(Collectors.joining("|"));
    }

    private static String fieldsOf(LogSource source) {
        return Arrays.stream(Field.values())
                .filter(f -> f.sources().contains(source))
                .flatMap(f -> f.names().stream())
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
