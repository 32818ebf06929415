package io.pumasentinel.cli.page;

import java.io.IOException;

/**
 * Answers what the results page asks. Called by several threads at once.
 *
 * <p>The server has checked every request before it arrives here: see {@link SearchRequest}.
 */
public interface SearchBackend {

    /**
     * The Elasticsearch response to {@code POST /<index>/_search} with this body, as JSON. An index
     * that does not exist yet must give an empty response, not an error ({@code
     * ignore_unavailable}).
     *
     * @throws IOException where Elasticsearch cannot be reached or refuses
     */
    String search(String index, String body) throws IOException;

    /**
     * The header of the page as a JSON object, every field optional: {@code state} ({@code
     * running}, {@code done} or {@code failed}), {@code message} (shown instead of the state),
     * {@code progress} (0 to 1), {@code from} and {@code to} (ISO instants of event time), the
     * counts {@code lines}, {@code requests}, {@code windows}, {@code alerts}, {@code
     * dead_letters}, and {@code links} (objects with {@code label} and {@code url}).
     */
    String status();
}
