package io.pumasentinel.job.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes the capture into Kafka on a thread of its own, at an even pace and only as far as it is
 * allowed to: the sparse files first, then the access log.
 */
final class CaptureFeed {
    private static final int LINES_PER_SECOND = 3_000;

    private final Broker broker;
    private final FutureTask<@Nullable Void> task;

    /** Written by the feeding thread only. */
    private volatile int sent;

    private volatile int allowed;

    private CaptureFeed(Broker broker, List<CaptureFile> files) {
        this.broker = broker;
        this.task =
                new FutureTask<>(
                        () -> {
                            sendAll(files);
                            return null;
                        });
    }

    /** Gets ready to write. The thread ends with the JVM. */
    static CaptureFeed start(Broker broker, List<CaptureFile> files) {
        CaptureFeed feed = new CaptureFeed(broker, files);
        Thread thread = new Thread(feed.task, "capture-feed");
        thread.setDaemon(true);
        thread.start();
        return feed;
    }

    /** Allows so many lines in all. */
    void proceedTo(int lines) {
        allowed = lines;
    }

    /** How many lines have been sent so far. */
    int sent() {
        return sent;
    }

    /** Waits for the end; fails as the writing failed. */
    void await(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sendAll(List<CaptureFile> files) throws ExecutionException, InterruptedException {
        long nextNanos = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            Future<RecordMetadata> last = null;
            for (CaptureFile file : files) {
                long[] times = file.sendMillis();
                for (int i = 0; i < times.length; i++) {
                    nextNanos = awaitTurn(nextNanos);
                    byte[] line = file.lines().get(i).getBytes(StandardCharsets.ISO_8859_1);
                    last =
                            producer.send(
                                    new ProducerRecord<>(file.topic(), 0, times[i], null, line));
                    sent++;
                }
                producer.flush();
            }
            if (last != null) {
                last.get();
            }
        }
    }

    /** When the next line may go at the earliest: what was held up is not made good for. */
    private long awaitTurn(long turnNanos) {
        while (sent >= allowed || System.nanoTime() < turnNanos) {
            LockSupport.parkNanos(1_000_000);
        }
        return Math.max(turnNanos, System.nanoTime() - 50_000_000)
                + 1_000_000_000 / LINES_PER_SECOND;
    }
}
