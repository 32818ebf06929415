package io.pumasentinel.sigma;

import java.util.Comparator;
import java.util.List;

/**
 * A condition that is known to hold only where one of some texts occurs.
 *
 * @param matcher what decides
 * @param needs the texts
 */
record NeedingMatcher(Matcher matcher, List<Needle> needs) implements Matcher {
    private static final Comparator<List<Needle>> LEAST_TELLING_FIRST =
            Comparator.<List<Needle>>comparingInt(NeedingMatcher::shortest)
                    .thenComparing(Comparator.<List<Needle>>comparingInt(List::size).reversed());

    /** What one of the parts needs, the most telling one, if all of them must hold. */
    static Matcher all(Matcher matcher, List<Matcher> parts) {
        return of(
                matcher,
                parts.stream()
                        .map(Matcher::needs)
                        .filter(needs -> !needs.isEmpty())
                        .max(LEAST_TELLING_FIRST)
                        .orElse(List.of()));
    }

    /** What each of the parts needs, if one of them must hold. */
    static Matcher any(Matcher matcher, List<Matcher> parts) {
        boolean known = parts.stream().noneMatch(part -> part.needs().isEmpty());
        return known
                ? of(matcher, parts.stream().flatMap(part -> part.needs().stream()).toList())
                : matcher;
    }

    /** What the test needs, of that field. */
    static Matcher text(Matcher matcher, Field field, TextTest test) {
        return of(matcher, test.needs().stream().map(text -> new Needle(field, text)).toList());
    }

    private static Matcher of(Matcher matcher, List<Needle> needs) {
        return needs.isEmpty() ? matcher : new NeedingMatcher(matcher, needs);
    }

    private static int shortest(List<Needle> needles) {
        return needles.stream().mapToInt(needle -> needle.text().length()).min().orElse(0);
    }

    @Override
    public boolean matches(EventView view) {
        return matcher.matches(view);
    }
}
