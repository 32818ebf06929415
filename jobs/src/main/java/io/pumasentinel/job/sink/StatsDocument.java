package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumasentinel.event.GcStats;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** {@code metrics-puma.stats-*}: one worker's thread pool at one check-in. */
final class StatsDocument {
    private StatsDocument() {}

    static String id(PumaEvent event) {
        StatsSample stats = Objects.requireNonNull(event.stats(), "stats");
        return event.service()
                + "|"
                + event.host()
                + "|"
                + stats.worker()
                + "|"
                + stats.lastCheckinMillis();
    }

    static void write(JsonGenerator json, IsoTime time, PumaEvent event) throws IOException {
        StatsSample stats = Objects.requireNonNull(event.stats(), "stats");
        CommonFields.write(json, time, event);
        json.writeObjectFieldStart("event");
        json.writeStringField("kind", "metric");
        json.writeStringField("dataset", "puma.stats");
        json.writeEndObject();
        json.writeObjectFieldStart("puma");
        worker(json, stats);
        if (stats.gc() == null) {
            sample(json, stats);
        } else {
            gc(json, stats.gc());
        }
        JsonFields.texts(json, "signals", event.signals());
        json.writeEndObject();
        scores(json, stats.scores());
        CommonFields.rules(json, event);
        CommonFields.redacted(json, event.redacted());
    }

    private static void worker(JsonGenerator json, StatsSample stats) throws IOException {
        json.writeObjectFieldStart("worker");
        JsonFields.count(json, "index", stats.worker());
        JsonFields.count(json, "pid", stats.pid());
        JsonFields.count(json, "phase", stats.phase());
        process(json, stats);
        json.writeEndObject();
    }

    private static void process(JsonGenerator json, StatsSample stats) throws IOException {
        if (!Double.isNaN(stats.cpuShare())) {
            json.writeObjectFieldStart("cpu");
            json.writeNumberField("pct", stats.cpuShare());
            json.writeEndObject();
        }
        if (stats.rssBytes() >= 0) {
            json.writeObjectFieldStart("memory");
            json.writeObjectFieldStart("rss");
            json.writeNumberField("bytes", stats.rssBytes());
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void sample(JsonGenerator json, StatsSample stats) throws IOException {
        json.writeObjectFieldStart("stats");
        JsonFields.count(json, "backlog", stats.backlog());
        JsonFields.count(json, "running", stats.running());
        JsonFields.count(json, "pool_capacity", stats.poolCapacity());
        JsonFields.count(json, "busy_threads", stats.busyThreads());
        JsonFields.count(json, "max_threads", stats.maxThreads());
        JsonFields.count(json, "requests_count", stats.requestsCount());
        JsonFields.count(json, "backlog_max", stats.backlogMax());
        JsonFields.count(json, "reactor_max", stats.reactorMax());
        JsonFields.count(json, "workers", stats.workers());
        JsonFields.count(json, "booted_workers", stats.bootedWorkers());
        JsonFields.count(json, "old_workers", stats.oldWorkers());
        JsonFields.count(json, "io_threads", stats.ioThreads());
        JsonFields.number(json, "utilization", stats.utilization());
        JsonFields.number(json, "request_rate", stats.requestRate());
        json.writeEndObject();
    }

    private static void gc(JsonGenerator json, GcStats gc) throws IOException {
        json.writeObjectFieldStart("gc");
        JsonFields.count(json, "count", gc.count());
        JsonFields.count(json, "time_millis", gc.timeMillis());
        JsonFields.count(json, "minor_count", gc.minorCount());
        JsonFields.count(json, "major_count", gc.majorCount());
        JsonFields.count(json, "live_slots", gc.liveSlots());
        JsonFields.count(json, "free_slots", gc.freeSlots());
        JsonFields.count(json, "old_objects", gc.oldObjects());
        json.writeEndObject();
    }

    private static void scores(JsonGenerator json, List<MetricScore> scores) throws IOException {
        if (scores.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("sentinel");
        json.writeObjectFieldStart("baseline");
        for (MetricScore score : scores) {
            ScoreFields.band(json, score.metric(), score);
        }
        json.writeEndObject();
        ScoreFields.worst(json, scores);
        json.writeEndObject();
    }
}
