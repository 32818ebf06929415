package io.pumasentinel.event.ingest;

/** Why a line became {@link io.pumasentinel.event.Unparsed}: the closed list of reasons. */
public enum Unreadable {
    /** Nothing but blanks. */
    EMPTY("empty line"),
    /** More bytes than {@link IngestSettings#maxLineBytes()}. */
    TOO_LONG("line too long"),
    /** Begins like JSON but is none. */
    BROKEN_JSON("broken json"),
    /** JSON in which neither a request nor a sample is found. */
    FOREIGN_JSON("json without a request or sample"),
    /** JSON that says one thing twice: nobody can tell which to believe. */
    REPEATED_KEY("json with a repeated key"),
    /** What an application logged: neither a request nor an error. */
    APPLICATION("application record"),
    /** A line in a wrapper in a wrapper in a wrapper. */
    NESTED("wrapped too often"),
    /** A piece of a line that a container runtime or journald cut. */
    PIECE("piece of a longer line"),
    /** Several JSON records glued together, as a cluster's log_formatter leaves them. */
    SEVERAL_RECORDS("several records in one line"),
    /** Belongs to the line before: a header dump, a backtrace, a message of several lines. */
    CONTINUATION("continuation"),
    /** Part of a Rails request of which another part is missing: {@link RailsRequests}. */
    RAILS("part of a rails request"),
    /** A time that may not be believed: {@link LineContext}. */
    AHEAD("time ahead of its record"),
    /** The reader itself failed: a defect to report. */
    FAULT("reader fault"),
    /** The file was said to hold lines of another format. */
    OTHER_FORMAT("not of the format asked for"),
    /** Nothing of the above. */
    UNRECOGNISED("unrecognised");

    private final String text;

    Unreadable(String text) {
        this.text = text;
    }

    /** The reason as {@link io.pumasentinel.event.Unparsed#reason()} carries it. */
    public String text() {
        return text;
    }
}
