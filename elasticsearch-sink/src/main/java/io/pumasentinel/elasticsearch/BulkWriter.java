package io.pumasentinel.elasticsearch;

import io.pumasentinel.elasticsearch.BulkOutcome.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.elasticsearch.client.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buffers operations, sends them in batches and settles every answer.
 *
 * <p>Flink's writer does the buffering, the checkpoints and the limits, but sends failed entries
 * again at once: a dead Elasticsearch would cost a core. Here they are handed back after a wait,
 * and their request keeps its place in flight meanwhile. All state is confined to the task's
 * thread: the client's threads only put answers into its mailbox.
 *
 * <p>A checkpoint waits for the requests in flight and their waits, at most a few times {@link
 * SinkLimits#backoff}'s longest; what then is in the buffer is part of it.
 */
final class BulkWriter extends AsyncSinkWriter<PendingOperation, PendingOperation> {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);

    private final SinkLimits limits;
    private final RejectionHandler rejections;
    private final RestClient client;
    private final BulkExchange exchange;
    private final MailboxExecutor mailbox;
    private final ProcessingTimeService timers;
    private final SinkCounters counters;
    private final Outage outage;
    private boolean lossLogged;
    private volatile boolean closed;

    BulkWriter(
            WriterInitContext context,
            SinkLimits limits,
            RejectionHandler rejections,
            RestClient client,
            Collection<BufferedRequestState<PendingOperation>> restored) {
        super(
                (pending, unused) -> pending,
                context,
                configuration(limits),
                restored,
                new SimpleBatchCreator<>(limits.batchBytes()),
                new DequeRequestBuffer<>());
        this.limits = limits;
        this.rejections = rejections;
        this.client = client;
        this.exchange = new BulkExchange(client);
        this.mailbox = context.getMailboxExecutor();
        this.timers = context.getProcessingTimeService();
        this.counters = SinkCounters.in(context.metricGroup());
        this.outage = new Outage(timers::getCurrentProcessingTime);
    }

    private static AsyncSinkWriterConfiguration configuration(SinkLimits limits) {
        return AsyncSinkWriterConfiguration.builder()
                .setMaxBatchSize(limits.batchOperations())
                .setMaxBatchSizeInBytes(limits.batchBytes())
                .setMaxInFlightRequests(limits.inFlight())
                .setMaxBufferedRequests(limits.buffered())
                .setMaxTimeInBufferMS(limits.linger().toMillis())
                .setMaxRecordSizeInBytes(ElasticsearchSink.MAX_BYTES)
                .setRateLimitingStrategy(
                        new RequestLimit(limits.inFlight(), limits.batchOperations()))
                .build();
    }

    /** Takes one operation; one that is too large for any request is rejected here. */
    void write(BulkOperation operation, SinkWriter.Context context)
            throws IOException, InterruptedException {
        PendingOperation pending = new PendingOperation(operation, false);
        if (getSizeInBytes(pending) <= ElasticsearchSink.MAX_BYTES) {
            write(pending, context);
            return;
        }
        String reason = "too large: " + getSizeInBytes(pending) + " bytes";
        Optional<PendingOperation> deadLetter = reject(new Rejection(pending, 413, reason));
        if (deadLetter.isPresent()) {
            write(deadLetter.get(), context);
        }
    }

    SinkCounters counters() {
        return counters;
    }

    @Override
    protected long getSizeInBytes(PendingOperation pending) {
        return pending.operation().sizeBytes();
    }

    @Override
    protected void submitRequestEntries(
            List<PendingOperation> batch, ResultHandler<PendingOperation> handler) {
        int rounds = outage.rounds();
        var unused =
                exchange.send(batch)
                        .whenComplete(
                                (outcome, failure) -> {
                                    if (failure != null) {
                                        handler.completeExceptionally(new IOException(failure));
                                    } else {
                                        inTask(() -> settle(outcome, rounds, handler));
                                    }
                                });
    }

    /** Answers that come after the task has ended have nobody to go to. */
    private void inTask(Runnable action) {
        try {
            mailbox.execute(action::run, "settle a bulk request");
        } catch (RejectedExecutionException e) {
            if (!closed) {
                LOG.debug("The task ended before an answer came", e);
            }
        }
    }

    private void settle(BulkOutcome outcome, int rounds, ResultHandler<PendingOperation> handler) {
        counters.written().inc(outcome.written());
        counters.alreadyWritten().inc(outcome.alreadyWritten());
        counters.deadLettered().inc(outcome.deadLettered());
        List<PendingOperation> next = new ArrayList<>();
        for (Rejection rejection : outcome.rejected()) {
            reject(rejection).ifPresent(next::add);
        }
        next.addAll(outcome.again());
        if (!outcome.again().isEmpty()) {
            counters.retried().inc(outcome.again().size());
            boolean somethingTaken = outcome.settled() > 0;
            outage.failed(rounds, somethingTaken, outcome.trouble());
            later(next, outcome.trouble(), handler);
        } else {
            outage.over();
            hand(next, handler);
        }
    }

    private void later(
            List<PendingOperation> next, String trouble, ResultHandler<PendingOperation> handler) {
        if (outage.length().compareTo(limits.giveUpAfter()) > 0) {
            handler.completeExceptionally(
                    new IOException(
                            "Elasticsearch has taken nothing for "
                                    + outage.length()
                                    + " (last: "
                                    + trouble
                                    + "); the job restarts from its last checkpoint"));
            return;
        }
        long due =
                timers.getCurrentProcessingTime()
                        + limits.backoff().after(outage.rounds()).toMillis();
        var unused = timers.registerTimer(due, time -> hand(next, handler));
    }

    private static void hand(List<PendingOperation> next, ResultHandler<PendingOperation> handler) {
        if (next.isEmpty()) {
            handler.complete();
        } else {
            handler.retryForEntries(next);
        }
    }

    /** Counts a rejection and gives the dead letter to write for it. */
    private Optional<PendingOperation> reject(Rejection rejection) {
        BulkOperation operation = rejection.pending().operation();
        if (rejection.pending().deadLetter()) {
            lose(rejection);
            return Optional.empty();
        }
        counters.rejected().inc();
        Optional<PendingOperation> deadLetter =
                rejections
                        .deadLetter(operation, rejection.status(), rejection.reason())
                        .map(letter -> new PendingOperation(letter, true))
                        .filter(letter -> getSizeInBytes(letter) <= ElasticsearchSink.MAX_BYTES);
        if (deadLetter.isEmpty()) {
            lose(rejection);
        }
        return deadLetter;
    }

    private void lose(Rejection rejection) {
        counters.lost().inc();
        if (!lossLogged) {
            lossLogged = true;
            LOG.error(
                    "A document is lost: neither it nor a dead letter was taken ({}: {} {})."
                            + " The metric elasticsearch.lost counts further ones.",
                    rejection.pending().operation(),
                    rejection.status(),
                    rejection.reason());
        }
    }

    /** Drops what is under way: it is in the last checkpoint or comes again from the source. */
    @Override
    public void close() {
        closed = true;
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("The Elasticsearch client did not close in order", e);
        }
    }
}
