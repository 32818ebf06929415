package io.pumasentinel.event.ingest;

/** Scalars of a JSON line as visible text of bounded length. */
final class JsonText {

    private static final int LONGEST_NAME = 256;

    private JsonText() {}

    /** At most 256 characters. */
    static String name(JsonCursor json) {
        return json.visible(LONGEST_NAME);
    }

    /** The text's first characters. */
    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
