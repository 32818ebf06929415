package io.pumasentinel.sigma;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Whether any of many texts occurs in a value: one pass over the value however many texts there
 * are, and no allocation (Aho and Corasick, "Efficient string matching", 1975, section 6: the
 * automaton without failure moves).
 *
 * <p>The automaton knows ASCII only; texts with other characters are looked for one by one.
 */
final class NeedleSet implements TextTest {
    private static final int ASCII = 128;

    private final int[] classes;
    private final int width;
    private final int[] moves;
    private final boolean[] accepting;
    private final long[] needed;
    private final List<String> needles;

    private NeedleSet(List<String> needles, boolean cased) {
        this.needles = List.copyOf(needles);
        classes = classesOf(needles, cased);
        width = Arrays.stream(classes).max().orElse(0) + 1;
        int states = 1 + needles.stream().mapToInt(String::length).sum();
        moves = new int[states * width];
        accepting = new boolean[states];
        int used = 1;
        for (String needle : needles) {
            used = insert(needle, used);
        }
        link();
        needed = needles.stream().mapToLong(Characters::of).distinct().toArray();
    }

    /** A test for at least one of the texts, each not empty. */
    static TextTest of(List<String> needles, boolean cased) {
        List<String> plain = needles.stream().filter(NeedleSet::ascii).toList();
        List<String> other = needles.stream().filter(n -> !ascii(n)).toList();
        TextTest automaton = plain.isEmpty() ? value -> false : new NeedleSet(plain, cased);
        if (other.isEmpty()) {
            return automaton;
        }
        String[] rest = other.toArray(String[]::new);
        return new NeedingTest(
                value -> automaton.test(value) || anyIn(value, rest, cased), List.copyOf(needles));
    }

    @Override
    public boolean test(String value) {
        int state = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            state = moves[state * width + (c < ASCII ? classes[c] : 0)];
            if (accepting[state]) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #test(String)}, for a value whose characters are known ({@link Characters}). */
    boolean test(String value, long characters) {
        for (long need : needed) {
            if ((need & ~characters) == 0) {
                return test(value);
            }
        }
        return false;
    }

    @Override
    public List<String> needs() {
        return needles;
    }

    private int insert(String needle, int firstFree) {
        int state = 0;
        int free = firstFree;
        for (int i = 0; i < needle.length(); i++) {
            int move = state * width + classes[needle.charAt(i)];
            if (moves[move] == 0) {
                moves[move] = free++;
            }
            state = moves[move];
        }
        accepting[state] = true;
        return free;
    }

    /** Fills the missing moves from the longest suffix that is itself a prefix of a text. */
    private void link() {
        int[] suffix = new int[accepting.length];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int c = 0; c < width; c++) {
            if (moves[c] != 0) {
                queue.add(moves[c]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            accepting[state] |= accepting[suffix[state]];
            for (int c = 0; c < width; c++) {
                int move = state * width + c;
                int fallback = moves[suffix[state] * width + c];
                if (moves[move] == 0) {
                    moves[move] = fallback;
                } else {
                    suffix[moves[move]] = fallback;
                    queue.add(moves[move]);
                }
            }
        }
    }

    /** A class for every character of the texts; 0 for all others. */
    private static int[] classesOf(List<String> needles, boolean cased) {
        int[] classes = new int[ASCII];
        int last = 0;
        for (String needle : needles) {
            for (int i = 0; i < needle.length(); i++) {
                char c = needle.charAt(i);
                if (classes[c] == 0) {
                    last++;
                    classes[c] = last;
                    if (!cased) {
                        classes[Character.toLowerCase(c)] = last;
                        classes[Character.toUpperCase(c)] = last;
                    }
                }
            }
        }
        return classes;
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < ASCII);
    }

    private static boolean anyIn(String value, String[] needles, boolean cased) {
        for (String needle : needles) {
            for (int at = 0; at + needle.length() <= value.length(); at++) {
                if (value.regionMatches(!cased, at, needle, 0, needle.length())) {
                    return true;
                }
            }
        }
        return false;
    }
}
