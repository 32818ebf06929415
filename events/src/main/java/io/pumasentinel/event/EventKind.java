package io.pumasentinel.event;

/** Which arm of a {@link PumaEvent} is filled. */
public enum EventKind {
    /** One request, from an access line: {@link PumaEvent#access()}. */
    ACCESS,
    /** One entry of the error output: {@link PumaEvent#error()}. */
    ERROR,
    /** One thing that happened to the server's processes: {@link PumaEvent#lifecycle()}. */
    LIFECYCLE,
    /** One sample of one worker's thread pool: {@link PumaEvent#stats()}. */
    STATS,
    /** A line that no parser understood: {@link PumaEvent#unparsed()}. */
    UNPARSED
}
