package io.pumasentinel.event.ingest;

/**
 * User agents of JSON lines by their bytes: a service sees a few hundred different ones, and each
 * is longer than all else in its line that must be searched for secrets. One that holds a secret is
 * not kept. Not thread-safe.
 */
final class KnownAgents {

    private final Redaction redaction;
    private final Repeats<String> agents = new Repeats<>();

    KnownAgents(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Puts the last text into the draft, and whether it need not be searched again. */
    void read(JsonCursor json, RequestDraft draft) {
        String known = json.known(agents);
        draft.agentPlain = known != null;
        draft.userAgent = known == null ? read(json) : known;
    }

    private String read(JsonCursor json) {
        String agent = json.visible();
        if (agents.mayPut() && redaction.isPlain(agent)) {
            json.remember(agents, agent);
        }
        return agent;
    }
}
