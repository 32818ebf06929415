package io.pumasentinel.sigma;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Which of many texts may occur in a value: one pass over the value however many texts there are,
 * and no allocation ({@link NeedleSet} says how).
 *
 * <p>The answer never lacks a text that occurs, in upper or lower case, and may name more: of every
 * text only the first {@value #LONGEST} characters of its longest stretch of ASCII are looked for,
 * which keeps the automaton small.
 */
final class NeedleIndex {
    private static final int LONGEST = 6;
    private static final int ASCII = 128;
    private static final int[] NONE = {};

    private final int[] classes = new int[ASCII];
    private final int width;
    private int[] moves;
    private int[][] found;
    private int states = 1;

    /** Looks for the texts at their places in {@code texts}; each {@link #canHold} holds for. */
    NeedleIndex(List<String> texts) {
        List<String> stems = texts.stream().map(NeedleIndex::stem).toList();
        int last = 0;
        for (String stem : stems) {
            for (int i = 0; i < stem.length(); i++) {
                int c = stem.charAt(i);
                if (classes[c] == 0) {
                    last++;
                    classes[c] = last;
                    classes[Character.toUpperCase(c)] = last;
                }
            }
        }
        width = last + 1;
        int most = 1 + stems.stream().mapToInt(String::length).sum();
        moves = new int[most * width];
        found = new int[most][];
        Arrays.fill(found, NONE);
        for (int i = 0; i < stems.size(); i++) {
            insert(stems.get(i), i);
        }
        moves = Arrays.copyOf(moves, states * width);
        found = Arrays.copyOf(found, states);
        link();
    }

    /** Whether the text can be looked for: it has a character of ASCII. */
    static boolean canHold(String text) {
        return text.chars().anyMatch(c -> c < ASCII);
    }

    /** Sets the places of the texts that may occur in {@code value}. */
    void mark(String value, int[] ownerOf, BitSet owners) {
        int state = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            state = moves[state * width + classes[c < ASCII ? c : folded(c)]];
            for (int text : found[state]) {
                owners.set(ownerOf[text]);
            }
        }
    }

    /** The letter of ASCII that the character is another case of; 0 if there is none. */
    static char folded(char c) {
        char folded = Character.toLowerCase(Character.toUpperCase(c));
        return folded < ASCII ? folded : 0;
    }

    private static String stem(String text) {
        String longest = "";
        for (String stretch : text.split("[^\\p{ASCII}]+")) {
            longest = stretch.length() > longest.length() ? stretch : longest;
        }
        StringBuilder stem = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST, longest.length()); i++) {
            stem.append(Character.toLowerCase(longest.charAt(i)));
        }
        return stem.toString();
    }

    private void insert(String stem, int text) {
        int state = 0;
        for (int i = 0; i < stem.length(); i++) {
            int move = state * width + classes[stem.charAt(i)];
            if (moves[move] == 0) {
                moves[move] = states++;
            }
            state = moves[move];
        }
        found[state] = with(found[state], new int[] {text});
    }

    /** Fills the missing moves from the longest suffix that is itself the beginning of a text. */
    private void link() {
        int[] suffix = new int[states];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int c = 0; c < width; c++) {
            if (moves[c] != 0) {
                queue.add(moves[c]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            found[state] = with(found[state], found[suffix[state]]);
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

    private static int[] with(int[] some, int[] more) {
        if (more.length == 0) {
            return some;
        }
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
