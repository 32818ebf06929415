package io.pumasentinel.elasticsearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobInfo;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.flink.util.function.ThrowingRunnable;

/**
 * The task around a writer, in the test's own thread. Its time stands still until the writer yields
 * with nothing in the mailbox; then it jumps to the next timer that is less than five minutes away.
 * So back-off costs no real time, and every wait is recorded.
 */
final class ScriptedTask implements WriterInitContext, MailboxExecutor, ProcessingTimeService {

    private static final Duration FAR = Duration.ofMinutes(5);

    private final BlockingQueue<ThrowingRunnable<? extends Exception>> mails =
            new LinkedBlockingQueue<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private Runnable onWait = () -> {};
    private long nowMillis;

    /** The waits that were registered and passed, in order. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** Runs something after every wait, before the timer fires. */
    void onWait(Runnable action) {
        onWait = action;
    }

    @Override
    public void yield() throws InterruptedException {
        if (mails.isEmpty() && fireNextTimer()) {
            return;
        }
        ThrowingRunnable<? extends Exception> mail = mails.poll(30, TimeUnit.SECONDS);
        if (mail == null) {
            throw new IllegalStateException("nothing happened for 30 s");
        }
        run(mail);
    }

    @Override
    public boolean tryYield() {
        ThrowingRunnable<? extends Exception> mail = mails.poll();
        if (mail != null) {
            run(mail);
        }
        return mail != null;
    }

    private static void run(ThrowingRunnable<? extends Exception> mail) {
        try {
            mail.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new FlinkRuntimeException(e);
        }
    }

    private boolean fireNextTimer() {
        timers.removeIf(Timer::isDone);
        Timer next = timers.stream().min(Comparator.comparingLong(t -> t.dueMillis)).orElse(null);
        if (next == null || next.dueMillis - next.registeredMillis >= FAR.toMillis()) {
            return false;
        }
        waits.add(Duration.ofMillis(next.dueMillis - next.registeredMillis));
        nowMillis = Math.max(nowMillis, next.dueMillis);
        onWait.run();
        next.run();
        return true;
    }

    @Override
    public boolean shouldInterrupt() {
        return false;
    }

    @Override
    public void execute(
            MailOptions options,
            ThrowingRunnable<? extends Exception> command,
            String description,
            Object... arguments) {
        mails.add(command);
    }

    @Override
    public long getCurrentProcessingTime() {
        return nowMillis;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long due, ProcessingTimeCallback callback) {
        Timer timer = new Timer(nowMillis, due, callback);
        timers.add(timer);
        return timer;
    }

    @Override
    public MailboxExecutor getMailboxExecutor() {
        return this;
    }

    @Override
    public ProcessingTimeService getProcessingTimeService() {
        return this;
    }

    @Override
    public SinkWriterMetricGroup metricGroup() {
        return UnregisteredMetricsGroup.createSinkWriterMetricGroup();
    }

    @Override
    public UserCodeClassLoader getUserCodeClassLoader() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SerializationSchema.InitializationContext asSerializationSchemaInitializationContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isObjectReuseEnabled() {
        return false;
    }

    @Override
    public <T> TypeSerializer<T> createInputSerializer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong getRestoredCheckpointId() {
        return OptionalLong.empty();
    }

    @Override
    public JobInfo getJobInfo() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TaskInfo getTaskInfo() {
        throw new UnsupportedOperationException();
    }

    private static final class Timer extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long registeredMillis;
        private final long dueMillis;

        Timer(long registeredMillis, long dueMillis, ProcessingTimeCallback callback) {
            super(
                    () -> {
                        callback.onProcessingTime(dueMillis);
                        return null;
                    });
            this.registeredMillis = registeredMillis;
            this.dueMillis = dueMillis;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueMillis - registeredMillis, TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }
}
