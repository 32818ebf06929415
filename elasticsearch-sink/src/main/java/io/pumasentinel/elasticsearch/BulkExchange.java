package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;

/**
 * Sends batches and tells what became of every operation.
 *
 * <p>A request refused as a whole for what it holds (400, 413) is halved until the operation at
 * fault stands alone; the others go through. Every other refusal (429, 5xx, 401 and 403, a proxy's
 * 404, no connection, no answer in time, an answer that is none) says nothing against the
 * operations: they are to be tried again, which is safe because writing them twice is writing them
 * once.
 */
final class BulkExchange {

    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private final RestClient client;

    BulkExchange(RestClient client) {
        this.client = client;
    }

    /** Completes normally in all cases, on a thread of the client or the caller's. */
    CompletableFuture<BulkOutcome> send(List<PendingOperation> batch) {
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", "errors,items.*.status,items.*.error");
        request.setEntity(new NByteArrayEntity(BulkBody.of(batch), NDJSON));
        CompletableFuture<CompletableFuture<BulkOutcome>> answer = new CompletableFuture<>();
        ResponseListener listener =
                new ResponseListener() {
                    @Override
                    public void onSuccess(Response response) {
                        answer.complete(CompletableFuture.completedFuture(read(batch, response)));
                    }

                    @Override
                    public void onFailure(Exception failure) {
                        answer.complete(refused(batch, failure));
                    }
                };
        try {
            client.performRequestAsync(request, listener);
        } catch (RuntimeException e) {
            // The client's threads are gone: it says so on every further call.
            answer.complete(CompletableFuture.completedFuture(again(batch, e)));
        }
        return answer.thenCompose(outcome -> outcome);
    }

    private static BulkOutcome read(List<PendingOperation> batch, Response response) {
        try (InputStream body = response.getEntity().getContent()) {
            return BulkOutcome.of(batch, BulkAnswer.read(body, batch.size()));
        } catch (IOException | RuntimeException e) {
            return again(batch, e);
        }
    }

    private CompletableFuture<BulkOutcome> refused(
            List<PendingOperation> batch, Exception failure) {
        if (!(failure instanceof ResponseException answer)) {
            return CompletableFuture.completedFuture(again(batch, failure));
        }
        int status = answer.getResponse().getStatusLine().getStatusCode();
        String reason = reason(answer);
        if (status != 400 && status != 413) {
            return CompletableFuture.completedFuture(
                    BulkOutcome.again(batch, status + " " + reason));
        }
        if (batch.size() == 1) {
            return CompletableFuture.completedFuture(
                    BulkOutcome.rejected(batch.get(0), status, reason));
        }
        int half = batch.size() / 2;
        return send(batch.subList(0, half))
                .thenCompose(
                        first -> send(batch.subList(half, batch.size())).thenApply(first::plus));
    }

    private static String reason(ResponseException answer) {
        try {
            String body = EntityUtils.toString(answer.getResponse().getEntity());
            return new ItemAnswer(0, "", ErrorCause.ofBody(body).sentence()).reason();
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }

    private static BulkOutcome again(List<PendingOperation> batch, Exception failure) {
        return BulkOutcome.again(batch, String.valueOf(failure.getMessage()));
    }
}
