package io.pumasentinel.job.watch;

import java.util.function.Consumer;

/**
 * Tells of silence, once each: on live input as soon as it has lasted, on files when it ends,
 * because the end of a file is no silence.
 */
final class Silences {
    /** A host that came in this long before another fell silent may have replaced it. */
    private static final long REPLACED_MILLIS = 600_000;

    private Silences() {}

    /** All silence that has lasted at {@code nowMillis}. */
    static void look(ServiceWatch watch, long nowMillis, Consumer<Notice> out) {
        ofRequests(watch, nowMillis, out);
        for (HostWatch host : watch.hosts) {
            ofSamples(watch, host, nowMillis, out);
        }
    }

    static void ofSamples(
            ServiceWatch watch, HostWatch host, long nowMillis, Consumer<Notice> out) {
        Rhythm samples = host.samples;
        if (samples.dueMillis() > nowMillis) {
            return;
        }
        samples.settled = true;
        if (host.saidFarewell() || isReplaced(watch, host)) {
            return;
        }
        String message =
                "no stats of the host for %s; usual: every %s"
                        .formatted(
                                Notice.seconds(nowMillis - samples.lastMillis),
                                Notice.seconds(Math.round(samples.pauseMillis)));
        out.accept(new Notice(Notice.HOST_SILENT, host.name, -1, -1, message));
    }

    static void ofRequests(ServiceWatch watch, long nowMillis, Consumer<Notice> out) {
        RequestFlow requests = watch.requests;
        if (requests.dueMillis() > nowMillis) {
            return;
        }
        requests.settled = true;
        boolean ended = !watch.hosts.isEmpty() && watch.hosts.stream().allMatch(Silences::hasEnded);
        if (ended) {
            return;
        }
        String message =
                "no request for %s; usual: %.0f in ten seconds, and hardly ever none"
                        .formatted(Notice.seconds(nowMillis - requests.lastMillis), requests.level);
        out.accept(new Notice(Notice.SERVICE_SILENT, "", -1, -1, message));
    }

    private static boolean hasEnded(HostWatch host) {
        return host.farewellMillis != Long.MIN_VALUE
                && host.farewellMillis >= host.loggedMillis - 2 * Pulse.WINDOW_MILLIS;
    }

    private static boolean isReplaced(ServiceWatch watch, HostWatch silent) {
        return watch.hosts.stream()
                .anyMatch(
                        other ->
                                other.samples.firstMillis > silent.samples.firstMillis
                                        && other.samples.firstMillis
                                                >= silent.samples.lastMillis - REPLACED_MILLIS);
    }
}
