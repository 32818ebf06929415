package io.pumasentinel.benchmark.panels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Writes documents in bulk requests of some 4 MB, two of them under way at a time. */
final class Bulk implements AutoCloseable {
    private static final int REQUEST_BYTES = 4 << 20;
    private static final int UNDER_WAY = 2;

    private final Searches searches;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(REQUEST_BYTES + (1 << 16));
    private final Queue<CompletableFuture<String>> pending = new ArrayDeque<>();
    private long documents;

    Bulk(Searches searches) {
        this.searches = searches;
    }

    /** How many documents were taken. */
    long documents() {
        return documents;
    }

    /**
     * Takes one document.
     *
     * @throws IOException if an earlier one was refused
     */
    void create(String index, String id, byte[] source) throws IOException {
        String action = "{\"create\":{\"_index\":\"" + index + "\",\"_id\":\"" + id + "\"}}\n";
        body.writeBytes(action.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(source);
        body.write('\n');
        documents++;
        if (body.size() >= REQUEST_BYTES) {
            send();
        }
    }

    private void send() throws IOException {
        pending.add(searches.post("/_bulk?filter_path=errors,items.*.error", body.toByteArray()));
        body.reset();
        while (pending.size() > UNDER_WAY) {
            await();
        }
    }

    private void await() throws IOException {
        String answer;
        try {
            answer = pending.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a bulk request", e);
        } catch (ExecutionException e) {
            throw new IOException("bulk request failed", e);
        }
        if (!answer.startsWith("{\"errors\":false")) {
            throw new IOException(
                    "bulk request: documents refused (got "
                            + answer.substring(0, Math.min(500, answer.length()))
                            + ")");
        }
    }

    /** Sends the rest and waits for all answers. */
    @Override
    public void close() throws IOException {
        if (body.size() > 0) {
            send();
        }
        while (!pending.isEmpty()) {
            await();
        }
    }
}
