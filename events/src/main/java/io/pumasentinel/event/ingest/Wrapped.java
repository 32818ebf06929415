package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;

/**
 * A line out of a wrapper.
 *
 * @param bytes the line
 * @param origin whose line it is, the wrapper's word included
 * @param millis the wrapper's time, for lines without one of their own
 * @param piece whether this is a piece of a line whose next one follows
 * @param stream from which of the host's streams it is, as far as the wrapper says; may be empty
 */
record Wrapped(byte[] bytes, Origin origin, long millis, boolean piece, String stream) {}
