package io.pumasentinel.elasticsearch;

/** What a cluster may have or lack beyond the server's core, and what its lack means. */
enum Feature {
    /** Lifecycle policies; a server without them is taken for a bare one. */
    LIFECYCLE(
            "ilm",
            "no lifecycle policies: old indices stay until somebody deletes them, and the"
                    + " compression is the default one instead of best_compression"),

    /** Ingest pipelines that can set a field. */
    INGEST(
            "",
            "no ingest pipelines (they need version 8 and the processor set): documents do not tell"
                    + " when they arrived, so that what reads new ones has to go by the time of the"
                    + " event"),

    /** Transforms. */
    TRANSFORMS(
            "transform",
            "no transforms: windows of endpoints are not summed up by the hour; for capacity"
                    + " planning keep the windows themselves for longer"),

    /** Policies that take snapshots. */
    SNAPSHOTS("slm", "no snapshot policies: take snapshots by other means"),

    /** Whether it asks who asks. */
    SECURITY("security", "no security: whoever reaches it may read and write");

    private final String key;
    private final String lack;

    Feature(String key, String lack) {
        this.key = key;
        this.lack = lack;
    }

    /** Its name in the answer of {@code /_xpack}; empty if that does not tell. */
    String key() {
        return key;
    }

    /** What its lack means, in one sentence. */
    String lack() {
        return lack;
    }
}
