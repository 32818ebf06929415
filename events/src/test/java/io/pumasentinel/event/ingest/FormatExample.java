package io.pumasentinel.event.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lines as they are printed, and the events that they must become.
 *
 * @param name the list it stands in, and what the list calls it
 * @param lines what is printed, byte for byte (Latin-1)
 * @param events what is to be read of it, as {@link ToldEvent} writes it
 */
record FormatExample(String name, List<String> lines, List<String> events) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\[n\\\\]");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");

    /**
     * The examples of a list. There {@code ##} begins one, {@code >} a line of it, {@code >x} one
     * with bytes in hexadecimal, {@code =} an event: {@code \n} in it is a line end, two
     * backslashes are one.
     */
    static List<FormatExample> of(String list) {
        List<FormatExample> examples = new ArrayList<>();
        for (String row : text(list).split("\n")) {
            if (row.startsWith("## ")) {
                String name = list + ": " + row.substring(3);
                examples.add(new FormatExample(name, new ArrayList<>(), new ArrayList<>()));
                continue;
            }
            FormatExample last = examples.get(examples.size() - 1);
            if (row.startsWith(">x ")) {
                last.lines.add(BYTE.matcher(row.substring(3)).replaceAll(FormatExample::raw));
            } else if (row.startsWith(">")) {
                last.lines.add(latin1(row.substring(Math.min(2, row.length()))));
            } else if (row.startsWith("= ")) {
                last.events.add(ESCAPE.matcher(row.substring(2)).replaceAll(FormatExample::meant));
            } else {
                throw new AssertionError(list + ": neither a line nor an event (got " + row + ")");
            }
        }
        return examples;
    }

    private static String raw(MatchResult found) {
        int value = HexFormat.fromHexDigits(found.group(1));
        return java.util.regex.Matcher.quoteReplacement(String.valueOf((char) value));
    }

    private static String meant(MatchResult escape) {
        return escape.group().equals("\\n") ? "\n" : "\\\\";
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String text(String list) {
        try (InputStream in = FormatExample.class.getResourceAsStream("/formats/" + list)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
