package io.pumasentinel.job.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes the capture into Kafka on a thread of its own: the sparse files first, then the access
 * log. Up to the line that it is told to hurry to it is fast; then it is slow, but never silent: a
 * silent access log would let event time run ahead to the end of the other files.
 */
final class CaptureFeed {
    private static final long FAST_NANOS = TimeUnit.SECONDS.toNanos(1) / 3_000;
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1) / 100;

    /** What the thread's late wake-ups may cost is made good for, longer pauses are not. */
    private static final long LAG_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Broker broker;
    private final FutureTask<@Nullable Void> task;

    private final AtomicInteger sent = new AtomicInteger();

    private volatile int hurryTo;

    private CaptureFeed(Broker broker, List<CaptureFile> files) {
        this.broker = broker;
        this.task =
                new FutureTask<>(
                        () -> {
                            sendAll(files);
                            return null;
                        });
    }

    /** Begins to write, slowly. The thread ends with the JVM. */
    static CaptureFeed start(Broker broker, List<CaptureFile> files) {
        CaptureFeed feed = new CaptureFeed(broker, files);
        Thread thread = new Thread(feed.task, "capture-feed");
        thread.setDaemon(true);
        thread.start();
        return feed;
    }

    /** Makes it fast until it has sent so many lines in all. */
    void hurryTo(int lines) {
        hurryTo = lines;
    }

    /** How many lines have been sent so far. */
    int sent() {
        return sent.get();
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
                    sent.incrementAndGet();
                }
                producer.flush();
            }
            if (last != null) {
                last.get();
            }
        }
    }

    /** Waits for this line's turn; returns when the next one's comes. */
    private long awaitTurn(long turnNanos) {
        long now = System.nanoTime();
        while (now < turnNanos) {
            LockSupport.parkNanos(turnNanos - now);
            now = System.nanoTime();
        }
        return Math.max(turnNanos, now - LAG_NANOS)
                + (sent.get() < hurryTo ? FAST_NANOS : SLOW_NANOS);
    }
}
