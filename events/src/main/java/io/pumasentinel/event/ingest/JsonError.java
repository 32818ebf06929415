package io.pumasentinel.event.ingest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON line says of an error: class, message and backtrace in fields of their own, or in one
 * text as lograge ({@code Class: message}) and logstasher (class, message and backtrace line by
 * line) write it.
 */
final class JsonError {

    static final int MAX_CHARS = 16 * 1024;

    /** Whether an application's logger wrote the line: its level or its name is there. */
    boolean logger;

    private boolean severe;
    private @Nullable String type;
    private @Nullable String message;
    private @Nullable StringBuilder trace;

    void value(JsonField field, JsonCursor json) {
        switch (field) {
            case ERROR_TEXT -> text(json.text());
            case ERROR_TYPE -> type = JsonText.name(json);
            case ERROR_MESSAGE -> message = cut(json.text());
            case STACK_TRACE -> frames(json.text());
            case LEVEL -> level(json.text());
            default -> logger = true;
        }
    }

    /** Whether an error is told at all. */
    boolean seen() {
        return type != null || message != null || trace != null;
    }

    /** Whether the line's level is error or worse. */
    boolean severe() {
        return severe;
    }

    @Nullable String type() {
        return type;
    }

    String message() {
        return message == null ? "" : message;
    }

    /** The frames, one a line; null if there are none. */
    @Nullable String trace() {
        return trace == null ? null : trace.toString();
    }

    private void level(String text) {
        logger = true;
        String level = JsonText.cut(text, 16).toLowerCase(Locale.ROOT);
        severe |=
                switch (level) {
                    case "error", "fatal", "critical", "alert", "emergency", "panic" -> true;
                    default -> false;
                };
    }

    private void text(String text) {
        int nameEnd = 0;
        while (nameEnd < text.length() && nameChar(text, nameEnd)) {
            nameEnd++;
        }
        boolean named = nameEnd > 0 && nameEnd < text.length() && nameEnd <= 256;
        if (named && text.charAt(nameEnd) == '\n') {
            type = text.substring(0, nameEnd);
            lines(text, nameEnd + 1);
        } else if (named && text.startsWith(" ", nameEnd) && text.charAt(nameEnd - 1) == ':') {
            type = text.substring(0, nameEnd - 1);
            message = cut(text.substring(nameEnd + 1));
        } else {
            message = cut(text);
        }
    }

    /** The message goes on until a line looks like a frame. */
    private void lines(String text, int from) {
        int in = text.indexOf(":in ", from);
        int frames = in < 0 ? text.length() : Math.max(from, text.lastIndexOf('\n', in) + 1);
        int end = in < 0 ? frames : frames - 1;
        message = cut(text.substring(from, Math.max(from, end)));
        frames(text.substring(frames));
    }

    private void frames(String text) {
        StringBuilder frames = trace == null ? new StringBuilder() : trace;
        int from = 0;
        while (from < text.length() && frames.length() < MAX_CHARS) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            String frame = LogText.of(text.substring(from, Math.min(to, from + MAX_CHARS)));
            if (frames.length() + frame.length() < MAX_CHARS) {
                frames.append(frames.isEmpty() ? "" : "\n").append(frame);
            }
            from = to + 1;
        }
        trace = frames.isEmpty() ? null : frames;
    }

    private static String cut(String text) {
        return LogText.of(JsonText.cut(text, MAX_CHARS));
    }

    private static boolean nameChar(String text, int at) {
        char c = text.charAt(at);
        boolean capital = c >= 'A' && c <= 'Z';
        boolean later = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ':';
        return capital || (at > 0 && later);
    }
}
