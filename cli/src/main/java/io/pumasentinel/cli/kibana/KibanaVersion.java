package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Kibana answers. The saved objects are written as 7.10 writes them; Elastic lets the same
 * and the next major import them ("Compatibility across versions" of the import's documentation).
 *
 * @param text as it tells it
 * @param major the first number
 * @param minor the second one
 */
record KibanaVersion(String text, int major, int minor) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\..*)?");
    private static final String SUPPORTED = "7.10 to 8.x are supported";

    /**
     * Reads the answer to a question for the status.
     *
     * @throws IOException if it tells no version
     */
    static KibanaVersion ofStatus(JsonNode status) throws IOException {
        String text = status.at("/version/number").asText("");
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IOException(
                    "Kibana tells no version (got '"
                            + text
                            + "'); the address of a Kibana, and credentials if it has security");
        }
        return new KibanaVersion(
                text, Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /**
     * This version if the saved objects can be imported there.
     *
     * @throws IOException if it is too old
     */
    KibanaVersion orThrow() throws IOException {
        if (major < 7 || (major == 7 && minor < 10)) {
            throw new IOException("Kibana is too old (got " + text + "); " + SUPPORTED);
        }
        return this;
    }

    /** What to tell of a version that is newer than those tried; nothing of the others. */
    Optional<String> warning() {
        return major > 8
                ? Optional.of(
                        "Kibana "
                                + text
                                + " is newer than this release knows: "
                                + SUPPORTED
                                + ", and Kibana promises to import objects of its own and the last"
                                + " major only")
                : Optional.empty();
    }
}
