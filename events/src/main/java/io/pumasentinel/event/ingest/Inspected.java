package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * An error as Ruby's {@code inspect} prints it, {@code #<Class: message>}, or its beginning where
 * the message holds line ends.
 *
 * @param type the class; null if the text names none
 * @param message what follows the class, without the closing bracket
 * @param open whether the closing bracket is missing: the message goes on in the next line
 */
record Inspected(@Nullable String type, String message, boolean open) {

    static Inspected of(String text) {
        if (!text.startsWith("#<")) {
            return new Inspected(null, text, false);
        }
        int end = 2;
        while (end < text.length() && nameChar(text.charAt(end))) {
            end++;
        }
        int nameEnd = end > 2 && text.charAt(end - 1) == ':' ? end - 1 : end;
        int last = text.length() - (text.endsWith(">") && text.length() > end ? 1 : 0);
        String message = end < last ? text.substring(end, last).strip() : "";
        boolean open = !text.endsWith(">");
        return new Inspected(nameEnd == 2 ? null : text.substring(2, nameEnd), message, open);
    }

    private static boolean nameChar(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '_';
    }
}
