package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compiles Sigma's condition grammar: {@code or} binds weaker than {@code and}, {@code and} weaker
 * than {@code not}; {@code 1 of} and {@code all of} take a selection's name, a pattern with {@code
 * *}, or {@code them} (all selections whose name does not begin with an underscore).
 */
final class ConditionParser {
    private static final int DEEPEST = 50;
    private static final Pattern TOKEN = Pattern.compile("[()|]|[^\\s()|]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_*-]+");

    private final List<Token> tokens = new ArrayList<>();
    private final int end;
    private final Map<String, Matcher> selections;
    private int next;

    private ConditionParser(String condition, Map<String, Matcher> selections) {
        java.util.regex.Matcher found = TOKEN.matcher(condition);
        while (found.find()) {
            tokens.add(new Token(found.group(), found.start()));
        }
        this.end = condition.length();
        this.selections = selections;
    }

    /**
     * The condition as a predicate.
     *
     * @throws Refused with the place inside the condition, if it is not understood
     */
    static Matcher compile(String condition, Map<String, Matcher> selections) throws Refused {
        ConditionParser parser = new ConditionParser(condition, selections);
        Matcher matcher = parser.or(0);
        if (parser.next < parser.tokens.size()) {
            throw parser.unexpected("and, or, or the end");
        }
        return matcher;
    }

    private Matcher or(int depth) throws Refused {
        List<Matcher> parts = new ArrayList<>(List.of(and(depth)));
        while (take("or")) {
            parts.add(and(depth));
        }
        return Matchers.any(parts);
    }

    private Matcher and(int depth) throws Refused {
        List<Matcher> parts = new ArrayList<>(List.of(not(depth)));
        while (take("and")) {
            parts.add(not(depth));
        }
        return Matchers.all(parts);
    }

    private Matcher not(int depth) throws Refused {
        if (depth > DEEPEST) {
            throw new Refused(
                    place(), "nested too deeply (got over %d); at most that".formatted(DEEPEST));
        }
        return take("not") ? Matchers.not(not(depth + 1)) : primary(depth);
    }

    private Matcher primary(int depth) throws Refused {
        if (take("(")) {
            Matcher inner = or(depth + 1);
            if (!take(")")) {
                throw unexpected("and, or, or a closing parenthesis");
            }
            return inner;
        }
        if (peek("1") || peek("all")) {
            if (next + 1 < tokens.size() && tokens.get(next + 1).is("of")) {
                return quantified(tokens.get(next).is("all"));
            }
        }
        Token name = name();
        Matcher selection = selections.get(name.text);
        if (selection == null) {
            throw new Refused(name.start, missing(name.text));
        }
        return selection;
    }

    private Matcher quantified(boolean all) throws Refused {
        next += 2;
        Token name = name();
        List<Matcher> parts = new ArrayList<>();
        for (Map.Entry<String, Matcher> entry : selections.entrySet()) {
            if (covers(name, entry.getKey())) {
                parts.add(entry.getValue());
            }
        }
        if (parts.isEmpty()) {
            throw new Refused(name.start, missing(name.text));
        }
        return all ? Matchers.all(parts) : Matchers.any(parts);
    }

    private static boolean covers(Token name, String selection) {
        return name.is("them")
                ? !selection.startsWith("_")
                : Glob.parse(name.text, true).compile().test(selection);
    }

    private Token name() throws Refused {
        if (next == tokens.size() || !NAME.matcher(tokens.get(next).text).matches()) {
            throw unexpected("a selection, not, 1 of, all of, or an opening parenthesis");
        }
        return tokens.get(next++);
    }

    private String missing(String name) {
        return "no such selection (got %s); one of %s"
                .formatted(name, String.join(", ", selections.keySet()));
    }

    private boolean take(String keyword) {
        if (!peek(keyword)) {
            return false;
        }
        next++;
        return true;
    }

    private boolean peek(String keyword) {
        return next < tokens.size() && tokens.get(next).is(keyword);
    }

    private int place() {
        return next < tokens.size() ? tokens.get(next).start : end;
    }

    private Refused unexpected(String allowed) {
        String got = next < tokens.size() ? tokens.get(next).text : "the end";
        String hint = "|".equals(got) ? " (aggregations are correlation rules now)" : "";
        return new Refused(place(), "unexpected (got " + got + "); " + allowed + hint);
    }

    private record Token(String text, int start) {
        boolean is(String keyword) {
            return text.toLowerCase(Locale.ROOT).equals(keyword);
        }
    }

    /** A condition that is not understood. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int offset;

        Refused(int offset, String message) {
            super(message);
            this.offset = offset;
        }

        /** The place inside the condition, from 0. */
        int offset() {
            return offset;
        }
    }
}
