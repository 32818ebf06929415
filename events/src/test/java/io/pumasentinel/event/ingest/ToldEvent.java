package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.GcStats;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestDetail;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.event.Unparsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event in one line, as the lists of examples expect it: kind and time, the fields that every
 * event of the kind has (a dash is none), then by name what only some have.
 */
final class ToldEvent {

    private final List<String> words = new ArrayList<>();

    private ToldEvent() {}

    static String of(PumaEvent event) {
        ToldEvent told = new ToldEvent();
        told.word(event.kind());
        boolean timed = event.timestampMillis() > 0;
        told.word(timed ? Instant.ofEpochMilli(event.timestampMillis()) : null);
        switch (event.kind()) {
            case ACCESS -> told.access(Objects.requireNonNull(event.access()));
            case ERROR -> told.error(Objects.requireNonNull(event.error()));
            case LIFECYCLE -> told.lifecycle(Objects.requireNonNull(event.lifecycle()));
            case STATS -> told.stats(Objects.requireNonNull(event.stats()));
            case UNPARSED -> told.unparsed(Objects.requireNonNull(event.unparsed()));
        }
        told.named("host", event.host().equals("web-1") ? null : event.host());
        told.named("service", event.service().equals("shop") ? null : event.service());
        if (event.kind() != EventKind.UNPARSED) {
            told.named("redacted", event.redacted().isEmpty() ? null : event.redacted());
        }
        return String.join(" ", told.words);
    }

    private void access(Access access) {
        word(access.clientAddress());
        word(access.user());
        word(access.method());
        word(access.path());
        word(access.query());
        number(access.status());
        number(access.responseBytes());
        number(access.durationNanos());
        number(access.pid());
        String protocol = access.protocol();
        boolean usual = protocol.isEmpty() || protocol.equals("HTTP/1.1");
        named("protocol", usual ? null : protocol);
        named("auth", access.auth() == AuthOutcome.NONE ? null : access.auth());
        named("agent", access.userAgent());
        named("id", access.requestId());
        named("trace", access.traceId());
        RequestDetail detail = access.detail();
        if (detail != null) {
            named("queue", detail.queueNanos());
            named("route", detail.route());
            named("domain", detail.domain());
            named("referrer", detail.referrer());
        }
        if (access.forged()) {
            words.add("forged");
        }
        if (access.hijacked()) {
            words.add("hijacked");
        }
    }

    private void error(ErrorReport error) {
        word(error.action());
        word(error.type());
        word(error.method());
        word(error.path());
        word(error.clientAddress());
        quoted(error.message());
        named("id", error.requestId());
        String trace = error.stackTrace();
        named("frames", trace == null ? null : trace.lines().count());
    }

    private void lifecycle(Lifecycle lifecycle) {
        word(lifecycle.action());
        number(lifecycle.worker());
        number(lifecycle.pid());
        quoted(lifecycle.message());
    }

    private void stats(StatsSample stats) {
        word(stats.mode());
        number(stats.worker());
        number(stats.pid());
        named("checkin", stats.lastCheckinMillis() > 0 ? at(stats.lastCheckinMillis()) : null);
        named("phase", stats.phase());
        named("backlog", stats.backlog());
        named("running", stats.running());
        named("capacity", stats.poolCapacity());
        named("busy", stats.busyThreads());
        named("max", stats.maxThreads());
        named("requests", stats.requestsCount());
        named("backlog-max", stats.backlogMax());
        named("reactor-max", stats.reactorMax());
        named("io", stats.ioThreads());
        named("workers", stats.workers());
        named("booted", stats.bootedWorkers());
        named("old", stats.oldWorkers());
        GcStats gc = stats.gc();
        if (gc != null) {
            named("gc", gc.count());
            named("gc-millis", gc.timeMillis());
            named("minor", gc.minorCount());
            named("major", gc.majorCount());
            named("live", gc.liveSlots());
            named("free", gc.freeSlots());
            named("old-objects", gc.oldObjects());
        }
    }

    private void unparsed(Unparsed unparsed) {
        words.add(unparsed.reason() + ":");
        words.add(unparsed.line());
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private void word(@Nullable Object value) {
        String text = value == null ? "-" : value.toString();
        if (text.isEmpty() || text.indexOf(' ') >= 0) {
            quoted(text);
        } else {
            words.add(text);
        }
    }

    private void quoted(String text) {
        words.add('"' + text + '"');
    }

    private void number(long value) {
        word(value < 0 ? null : value);
    }

    private void named(String name, long value) {
        named(name, value < 0 ? null : Long.valueOf(value));
    }

    private void named(String name, @Nullable Object value) {
        if (value != null) {
            String text = value.toString();
            boolean bare = text.indexOf(' ') < 0 || text.startsWith("[");
            words.add(name + "=" + (bare ? text : '"' + text + '"'));
        }
    }
}
