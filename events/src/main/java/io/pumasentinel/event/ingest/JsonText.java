package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Scalars of a JSON line as visible text of bounded length. */
final class JsonText {

    private static final int LONGEST_NAME = 256;

    private JsonText() {}

    /** All of it: a line is bounded. */
    static String whole(JsonParser parser) throws IOException {
        return LogText.of(parser.getText());
    }

    /** At most 256 characters. */
    static String name(JsonParser parser) throws IOException {
        return LogText.of(cut(parser.getText(), LONGEST_NAME));
    }

    /** The text's first characters. */
    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
