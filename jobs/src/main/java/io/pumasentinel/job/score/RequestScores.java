package io.pumasentinel.job.score;

import io.pumasentinel.baseline.RequestBaseline;
import io.pumasentinel.baseline.Tail;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.RequestScore;
import org.jspecify.annotations.Nullable;

/** Judges a request by all that a baseline knows; the most unusual speaks, ties by the latency. */
final class RequestScores {
    private static final double NANOS = 1e9;

    private RequestScores() {}

    /** Null if nothing of the request can be judged. */
    static @Nullable RequestScore of(RequestBaseline baseline, Access access) {
        int status = access.status();
        long queueNanos = queueNanos(access);
        boolean timed = access.durationNanos() >= 0 && baseline.knowsLatency(status);
        boolean sized = access.responseBytes() >= 0 && status < 400 && baseline.bytes.warm;
        boolean queued = queueNanos >= 0 && baseline.queue.warm;
        if (!timed && !sized && !queued) {
            return null;
        }
        double latency = timed ? baseline.score(status, access.durationNanos()) : -1;
        double bytes = sized ? baseline.bytesScore(status, access.responseBytes()) : -1;
        double queue = queued ? baseline.queueScore(queueNanos) : -1;
        long expected = timed ? baseline.expectedNanos(status) : -1;
        long upper = timed ? baseline.upperNanos(status) : -1;
        if (timed && latency >= bytes && latency >= queue) {
            return RequestScore.ofLatency(latency, access.durationNanos(), expected, upper);
        }
        boolean large = bytes >= queue;
        Tail tail = large ? baseline.bytes : baseline.queue;
        double unit = large ? 1 : NANOS;
        return new RequestScore(
                large ? bytes : queue,
                expected,
                upper,
                large ? RequestScore.BYTES : RequestScore.QUEUE,
                (large ? access.responseBytes() : queueNanos) / unit,
                tail.expected / unit,
                tail.upper / unit);
    }

    /** -1 if the line does not tell. */
    static long queueNanos(Access access) {
        return access.detail() == null ? -1 : access.detail().queueNanos();
    }
}
