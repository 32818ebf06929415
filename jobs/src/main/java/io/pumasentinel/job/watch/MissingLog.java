package io.pumasentinel.job.watch;

import java.util.function.Consumer;

/**
 * Tells when a host's workers count requests and no access line of it comes: Puma writes none
 * unless {@code log_requests} is set.
 *
 * <p>Access lines of the service under a name that sends no stats may be this host's: then nothing
 * is said.
 */
final class MissingLog {
    private MissingLog() {}

    static void look(ServiceWatch watch, HostWatch host, long nowMillis, Consumer<Notice> out) {
        long lasts = nowMillis - host.unloggedSinceMillis;
        boolean missing =
                host.unlogged >= HostWatch.UNLOGGED_REQUESTS && lasts >= HostWatch.UNLOGGED_MILLIS;
        if (!missing || host.unloggedTold || mayLogUnderAnotherName(watch, nowMillis)) {
            return;
        }
        host.unloggedTold = true;
        String message =
                ("the workers started %d requests in %s and no access line came; set log_requests"
                                + " true in puma.rb and ship Puma's stdout, or ship the"
                                + " application's own request log")
                        .formatted(host.unlogged, Notice.seconds(lasts));
        out.accept(new Notice(Notice.LOG_MISSING, host.name, -1, -1, message));
    }

    private static boolean mayLogUnderAnotherName(ServiceWatch watch, long nowMillis) {
        return watch.hosts.stream()
                .anyMatch(
                        other ->
                                other.samples.windows == 0
                                        && other.loggedMillis
                                                > nowMillis - HostWatch.UNLOGGED_MILLIS);
    }
}
