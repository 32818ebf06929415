package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.Closeable;
import java.io.IOException;
import org.apache.http.HttpEntity;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/** Single calls with JSON in and out; refusals are answers, not exceptions. */
final class RestCalls implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The status that tells that the account's rights do not suffice. */
    static final int FORBIDDEN = 403;

    private final RestClient client;

    RestCalls(RestClient client) {
        this.client = client;
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body as it came; empty if there was none
     */
    record Answer(int status, String body) {

        boolean isGood() {
            return status >= 200 && status < 300;
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
         * @throws IOException in the server's words if it is not
         */
        Answer orThrow(String what) throws IOException {
            if (isGood()) {
                return this;
            }
            String reason = ErrorCause.ofBody(body).sentence();
            throw new IOException(
                    what + ": Elasticsearch refused (got " + status + " " + reason + ")");
        }
    }

    /**
     * Sends one request; once more if it was refused for its secret, because the client then reads
     * the secret anew.
     *
     * @throws IOException if there was no answer
     */
    Answer call(String method, String path, @Nullable String body) throws IOException {
        Answer first = once(method, path, body);
        return first.status() == 401 ? once(method, path, body) : first;
    }

    private Answer once(String method, String path, @Nullable String body) throws IOException {
        Request request = new Request(method, path);
        if (body != null) {
            request.setJsonEntity(body);
        }
        try {
            return answer(client.performRequest(request));
        } catch (ResponseException e) {
            return answer(e.getResponse());
        }
    }

    private static Answer answer(Response response) throws IOException {
        HttpEntity entity = response.getEntity();
        return new Answer(
                response.getStatusLine().getStatusCode(),
                entity == null ? "" : EntityUtils.toString(entity));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
