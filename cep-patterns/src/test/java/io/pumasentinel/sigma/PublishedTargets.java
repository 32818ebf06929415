package io.pumasentinel.sigma;

import java.util.Arrays;
import java.util.List;

/** Targets of requests for which a printed line of a rule must hold. */
final class PublishedTargets {
    private PublishedTargets() {}

    /** One target a text that the line looks for in the URI or path; none for other lines. */
    static List<String> of(String line) {
        int colon = line.indexOf(": ");
        String key = line.substring(0, colon);
        String value = line.substring(colon + 2);
        boolean uri = key.startsWith("cs-uri-query") || key.startsWith("cs-uri-stem");
        if (!uri || key.contains("|re") || key.contains("base64")) {
            return List.of();
        }
        List<String> texts = texts(value);
        if (key.contains("|all")) {
            return value.contains("… ") ? List.of() : List.of("/" + String.join("", texts));
        }
        String before = key.contains("|startswith") || !key.contains("|") ? "" : "/x";
        String after = key.contains("|contains") ? "y" : "";
        return texts.stream().map(text -> before + text + after).toList();
    }

    private static List<String> texts(String value) {
        boolean list = value.startsWith("[") && value.endsWith("]");
        String inner = list ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(list ? inner.split(", ") : new String[] {inner})
                .filter(text -> !text.startsWith("…") && !text.equals("null"))
                .map(PublishedTargets::plain)
                .toList();
    }

    /** A text that the pattern means: wildcards filled in, escapes taken away. */
    private static String plain(String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escape = c == '\\' && i + 1 < pattern.length();
            if (escape && "*?\\".indexOf(pattern.charAt(i + 1)) >= 0) {
                text.append(pattern.charAt(++i));
            } else {
                text.append(c == '*' ? 'z' : c);
            }
        }
        return text.toString();
    }
}
