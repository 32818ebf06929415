package io.pumasentinel.sigma;

/** One line of a detection's selections, for people who ask why a rule matched or not. */
public final class RuleLine {
    private final String selection;
    private final String text;
    private final Matcher matcher;

    RuleLine(String selection, String text, Matcher matcher) {
        this.selection = selection;
        this.text = text;
        this.matcher = matcher;
    }

    /** The selection that it stands in. */
    public String selection() {
        return selection;
    }

    /** The line: field, modifiers and values, shortened. */
    public String text() {
        return text;
    }

    /** Whether the line by itself holds for the event. */
    public boolean holds(EventView view) {
        return matcher.matches(view);
    }
}
