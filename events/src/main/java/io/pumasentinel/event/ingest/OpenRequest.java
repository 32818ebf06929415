package io.pumasentinel.event.ingest;

import io.pumasentinel.event.PumaEvent;

/**
 * A request of a Rails log whose end has not come, or which may still be followed by its exception,
 * as a checkpoint keeps it.
 *
 * @param started the event of the line {@code Started}
 * @param streamMillis the stream's time at that line
 * @param route controller and action; empty before they are known
 * @param done whether the request has left already
 */
public record OpenRequest(PumaEvent started, long streamMillis, String route, boolean done) {

    OpenRequest routed(String newRoute) {
        return new OpenRequest(started, streamMillis, newRoute, done);
    }

    OpenRequest finished() {
        return new OpenRequest(started, streamMillis, route, true);
    }
}
