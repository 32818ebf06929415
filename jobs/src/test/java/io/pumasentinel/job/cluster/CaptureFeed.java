package io.pumasentinel.job.cluster;

import java.nio.charset.StandardCharsets;
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
 * Writes the capture into Kafka on a thread of its own, at an even pace: the sparse files first and
 * at once, then the access log.
 */
final class CaptureFeed {
    private final Broker broker;
    private final int linesPerSecond;
    private final FutureTask<@Nullable Void> task;
    private volatile int sent;

    private CaptureFeed(Broker broker, List<CaptureFile> files, int linesPerSecond) {
        this.broker = broker;
        this.linesPerSecond = linesPerSecond;
        this.task =
                new FutureTask<>(
                        () -> {
                            sendAll(files);
                            return null;
                        });
    }

    /** Begins to write. The thread ends with the JVM. */
    static CaptureFeed start(Broker broker, List<CaptureFile> files, int linesPerSecond) {
        CaptureFeed feed = new CaptureFeed(broker, files, linesPerSecond);
        Thread thread = new Thread(feed.task, "capture-feed");
        thread.setDaemon(true);
        thread.start();
        return feed;
    }

    /** How many lines have been sent so far. */
    int sent() {
        return sent;
    }

    /** Waits for the end; fails as the writing failed. */
    void await(long seconds) throws InterruptedException, ExecutionException, TimeoutException {
        task.get(seconds, TimeUnit.SECONDS);
    }

    private void sendAll(List<CaptureFile> files) throws ExecutionException, InterruptedException {
        long begin = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            Future<RecordMetadata> last = null;
            for (CaptureFile file : files) {
                long[] times = file.sendMillis();
                for (int i = 0; i < times.length; i++) {
                    byte[] line = file.lines().get(i).getBytes(StandardCharsets.ISO_8859_1);
                    last =
                            producer.send(
                                    new ProducerRecord<>(file.topic(), 0, times[i], null, line));
                    sent++;
                    pace(begin);
                }
                producer.flush();
            }
            if (last != null) {
                last.get();
            }
        }
    }

    private void pace(long begin) {
        long due = begin + TimeUnit.SECONDS.toNanos(1) / linesPerSecond * sent;
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}
