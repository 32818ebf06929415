package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import java.util.Locale;

/** What an episode may leave in the input; without any of it, nobody could tell. */
public enum Trace {
    /** Requests of the episode's addresses. */
    REQUESTS("no request of its addresses is in the input"),
    /** Requests of the episode's addresses that say which user agent they are. */
    USER_AGENT("the requests of its addresses carry no user agent"),
    /** Requests of the episode's endpoint. */
    ENDPOINT("no request of its endpoint is in the input"),
    /** Entries of the error output. */
    ERROR_OUTPUT("no error output of its time is in the input"),
    /** Lines about processes: boots, restarts, shutdowns. */
    LIFECYCLE("no lifecycle line of its time is in the input"),
    /** Samples of the thread pool. */
    STATS("no sample of /stats of its time is in the input"),
    /** Samples that tell how many connections the reactor held (Puma 7 and later). */
    REACTOR("no sample of its time tells what the reactor held"),
    /** Anything that has a time. */
    ANYTHING("the input holds nothing of its time");

    private final String absent;

    Trace(String absent) {
        this.absent = absent;
    }

    /** Why an episode that leaves only this cannot be seen where it is missing. */
    String absent() {
        return absent;
    }

    /** Whether the event is such a trace of an episode that concerned {@code subject}. */
    boolean isIn(PumaEvent event, Subject subject) {
        Access request = event.access();
        StatsSample sample = event.stats();
        return switch (this) {
            case REQUESTS -> request != null && isOf(request, subject);
            case USER_AGENT ->
                    request != null && request.userAgent() != null && isOf(request, subject);
            case ENDPOINT -> request != null && subject.isEndpoint(request.endpoint());
            case ERROR_OUTPUT -> event.kind() == EventKind.ERROR;
            case LIFECYCLE -> event.kind() == EventKind.LIFECYCLE;
            case STATS -> sample != null;
            case REACTOR -> sample != null && sample.reactorMax() >= 0;
            case ANYTHING -> true;
        };
    }

    private static boolean isOf(Access request, Subject subject) {
        String address = request.clientAddress();
        return address != null && subject.addresses().contains(address);
    }

    /** As truth files write it: {@code user_agent}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
