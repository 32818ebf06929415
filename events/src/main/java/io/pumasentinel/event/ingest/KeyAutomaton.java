package io.pumasentinel.event.ingest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds all of some words in one pass. The alphabet is a to z without case and 0 to 9. Size: 152
 * bytes a letter of the words.
 */
final class KeyAutomaton {

    private static final int SYMBOLS = 36;

    /** The state after a symbol, completed: no failure links are followed when it runs. */
    private final int[] next;

    /** The longest word that ends in a state; -1 if none. */
    private final int[] found;

    /** The state of the longest shorter ending that is a word's too; 0 if none. */
    private final int[] shorter;

    private final int[] lengths;

    private KeyAutomaton(int states, int words) {
        next = new int[states * SYMBOLS];
        found = new int[states];
        shorter = new int[states];
        lengths = new int[words];
        Arrays.fill(found, -1);
    }

    /** Of two equal words the first counts. */
    static KeyAutomaton of(List<String> words) {
        int letters = words.stream().mapToInt(String::length).sum();
        KeyAutomaton automaton = new KeyAutomaton(letters + 1, words.size());
        automaton.grow(words);
        automaton.complete();
        return automaton;
    }

    /** -1 if the character is of another alphabet. */
    static int symbol(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0' + 26;
        }
        int letter = (c | 0x20) - 'a';
        return c < 128 && letter >= 0 && letter < 26 ? letter : -1;
    }

    int next(int state, int symbol) {
        return next[state * SYMBOLS + symbol];
    }

    int found(int state) {
        return found[state];
    }

    int length(int word) {
        return lengths[word];
    }

    /** The word that ends in a state and is exactly as long as one of two; -1 if none. */
    int word(int state, int length, int otherLength) {
        for (int at = state; at != 0; at = shorter[at]) {
            int word = found[at];
            if (word >= 0 && (lengths[word] == length || lengths[word] == otherLength)) {
                return word;
            }
        }
        return -1;
    }

    private void grow(List<String> words) {
        int states = 1;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            lengths[i] = word.length();
            int state = 0;
            for (int at = 0; at < word.length(); at++) {
                int edge = state * SYMBOLS + symbol(word.charAt(at));
                if (next[edge] == 0) {
                    next[edge] = states++;
                }
                state = next[edge];
            }
            found[state] = found[state] < 0 ? i : found[state];
        }
    }

    private void complete() {
        int[] failure = new int[found.length];
        Deque<Integer> states = new ArrayDeque<>();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            if (next[symbol] != 0) {
                states.add(next[symbol]);
            }
        }
        while (!states.isEmpty()) {
            int state = states.remove();
            int fallback = failure[state];
            shorter[state] = found[fallback] >= 0 ? fallback : shorter[fallback];
            found[state] = found[state] < 0 ? found[fallback] : found[state];
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                int edge = state * SYMBOLS + symbol;
                if (next[edge] == 0) {
                    next[edge] = next[fallback * SYMBOLS + symbol];
                } else {
                    failure[next[edge]] = next[fallback * SYMBOLS + symbol];
                    states.add(next[edge]);
                }
            }
        }
    }
}
