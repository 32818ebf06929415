package io.pumasentinel.event.ingest;

import io.pumasentinel.event.PumaEvent;

/**
 * The error that a request's line tells, while the same error's backtrace may follow, as a
 * checkpoint keeps it.
 *
 * @param error the event
 * @param streamMillis the stream's time at its line
 */
public record FailedRequest(PumaEvent error, long streamMillis) {}
