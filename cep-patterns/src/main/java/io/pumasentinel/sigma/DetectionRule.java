package io.pumasentinel.sigma;

import java.util.List;

/** A rule over single events, compiled. */
public final class DetectionRule {
    private final RuleMeta meta;
    private final LogSource source;
    private final Matcher condition;
    private final boolean alerting;
    private final List<RuleLine> lines;
    private final List<String> conditions;

    DetectionRule(RuleMeta meta, Draft.Detection own, Matcher condition, boolean alerting) {
        this.meta = meta;
        this.source = own.source();
        this.lines = List.copyOf(own.lines());
        this.conditions = own.conditions();
        this.condition = condition;
        this.alerting = alerting;
    }

    /** What the rule says about itself. */
    public RuleMeta meta() {
        return meta;
    }

    /** What it reads. */
    public LogSource source() {
        return source;
    }

    /** The lines of its selections, in their order. */
    public List<RuleLine> lines() {
        return lines;
    }

    /** Its condition as written; several mean that one of them must hold. */
    public List<String> conditions() {
        return conditions;
    }

    /** Whether the event matches; events of another source never do. */
    public boolean matches(EventView view) {
        return view.source() == source && condition.matches(view);
    }

    /** What must occur in an event that matches; empty if that is not known. */
    List<Needle> needs() {
        return condition.needs();
    }

    /** The fields that name the entity of an alert that this rule raises by itself. */
    public List<Field> alertGroupBy() {
        return switch (source) {
            case WEBSERVER, CLIENT -> List.of(Field.SOURCE_IP);
            case WINDOW -> List.of(Field.ENDPOINT);
            case ERROR, LIFECYCLE, STATS, UNPARSED -> List.of(Field.HOST);
        };
    }

    /**
     * Whether a match alerts by itself: its level is above informational and no correlation refers
     * to it, or one that does says {@code generate: true}.
     */
    public boolean alerting() {
        return alerting;
    }

    @Override
    public String toString() {
        return meta.name();
    }
}
