package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;

/**
 * A line out of a wrapper.
 *
 * @param bytes the line
 * @param origin whose line it is, the wrapper's word included
 * @param millis the wrapper's time, for lines without one of their own
 */
record Wrapped(byte[] bytes, Origin origin, long millis) {}
