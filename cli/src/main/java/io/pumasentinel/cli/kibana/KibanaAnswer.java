package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * What Kibana answered; a refusal is an answer, too.
 *
 * @param status HTTP status; {@value #NONE} if there was no answer
 * @param body as it came, empty if there was none; without an answer the reason
 */
record KibanaAnswer(int status, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final int NONE = 0;

    private static final int SHOWN_CHARACTERS = 200;

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether asking again would be refused again until somebody corrects the configuration. */
    boolean isFinal() {
        return status >= 300 && status < 500 && status != 408 && status != 429;
    }

    /** The body as JSON; a missing node if it is none. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * This answer if it is a good one.
     *
     * @throws IOException in words that tell what to do if it is not
     */
    KibanaAnswer orThrow(String what) throws IOException {
        if (isGood()) {
            return this;
        }
        throw new IOException(what + ": Kibana refused (got " + refusal() + ")" + advice());
    }

    /** Status and Kibana's own words, on one line. */
    String refusal() {
        JsonNode json = json();
        String words = json.path("message").asText(json.path("error").asText(""));
        if (words.isEmpty()) {
            words = body;
        }
        String line = words.strip().replaceAll("\\s+", " ");
        String shown =
                line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "…" : line;
        if (status == NONE) {
            return shown;
        }
        return shown.isEmpty() ? String.valueOf(status) : status + " " + shown;
    }

    private String advice() {
        if (status >= 300 && status < 400) {
            return "; give the address that it redirects to, with Kibana's base path";
        }
        return switch (status) {
            case 401 -> "; check Kibana's username with password, API key or token";
            case 403 ->
                    "; the user needs the Kibana privilege to manage saved objects (and spaces,"
                            + " if the space is to be made)";
            case 404 -> "; check that Kibana's address is complete, with its base path";
            case 413 ->
                    "; raise savedObjects.maxImportPayloadBytes in kibana.yml, and the limit of"
                            + " a proxy before it";
            default -> "";
        };
    }
}
