package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertHandling;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Technique;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code alerts-puma-*} and, appended, {@code logs-puma.alert-*}: one incident as it stands after
 * its latest change.
 */
final class AlertDocument {
    private AlertDocument() {}

    /** Id of the appended transition: one a version. */
    static String transitionId(Alert alert) {
        return alert.id() + "-" + alert.version();
    }

    static void write(JsonGenerator json, IsoTime time, Alert alert) throws IOException {
        CommonFields.head(json, time, alert.firedMillis());
        event(json, time, alert);
        json.writeStringField("message", alert.explanation());
        json.writeObjectFieldStart("rule");
        json.writeStringField("id", alert.ruleId());
        json.writeStringField("name", alert.ruleName());
        json.writeStringField("description", alert.description());
        json.writeStringField("category", alert.category());
        json.writeEndObject();
        threat(json, alert.techniques());
        origin(json, alert);
        json.writeObjectFieldStart("sentinel");
        json.writeObjectFieldStart("alert");
        alert(json, time, alert);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void event(JsonGenerator json, IsoTime time, Alert alert) throws IOException {
        json.writeObjectFieldStart("event");
        json.writeStringField("kind", "alert");
        json.writeStringField("dataset", "puma.alert");
        json.writeStringField("start", time.format(alert.startMillis()));
        json.writeStringField("end", time.format(alert.endMillis()));
        // Elastic Security's rule for external alerts takes severity and risk from these two.
        json.writeNumberField("severity", alert.level().severity());
        json.writeNumberField("risk_score", alert.level().severity());
        json.writeEndObject();
    }

    private static void threat(JsonGenerator json, List<Technique> techniques) throws IOException {
        if (techniques.isEmpty()) {
            return;
        }
        Map<String, String> tactics = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Technique technique : techniques) {
            tactics.put(technique.tacticId(), technique.tactic());
            names.put(technique.id(), technique.name());
        }
        json.writeObjectFieldStart("threat");
        json.writeStringField("framework", "MITRE ATT&CK");
        pairs(json, "tactic", tactics);
        pairs(json, "technique", names);
        json.writeEndObject();
    }

    private static void pairs(JsonGenerator json, String name, Map<String, String> nameById)
            throws IOException {
        json.writeObjectFieldStart(name);
        JsonFields.texts(json, "id", List.copyOf(nameById.keySet()));
        JsonFields.texts(json, "name", List.copyOf(nameById.values()));
        json.writeEndObject();
    }

    private static void origin(JsonGenerator json, Alert alert) throws IOException {
        JsonFields.nested(json, "service", "name", alert.service());
        JsonFields.nested(json, "host", "name", alert.host());
        JsonFields.nested(json, "puma", "endpoint", alert.endpoint());
        if (alert.entity().type() == EntityType.ADDRESS) {
            JsonFields.nested(json, "source", "ip", alert.entity().value());
        } else if (!alert.addresses().isEmpty()) {
            json.writeObjectFieldStart("related");
            JsonFields.texts(json, "ip", alert.addresses());
            json.writeEndObject();
        }
    }

    private static void alert(JsonGenerator json, IsoTime time, Alert alert) throws IOException {
        json.writeStringField("id", alert.id());
        json.writeNumberField("version", alert.version());
        json.writeStringField("status", lower(alert.status()));
        json.writeStringField("level", lower(alert.level()));
        json.writeNumberField("count", alert.count());
        json.writeNumberField("risk_score", alert.level().severity());
        json.writeObjectFieldStart("entity");
        json.writeStringField("type", lower(alert.entity().type()));
        json.writeStringField("value", alert.entity().value());
        json.writeEndObject();
        metric(json, alert.metric());
        handling(json, time, alert.handling());
        json.writeStringField("explanation", alert.explanation());
        json.writeStringField("runbook", "docs/runbooks/" + alert.ruleId() + ".md");
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : alert.evidence()) {
            json.writeStartObject();
            json.writeStringField("timestamp", time.format(evidence.timestampMillis()));
            json.writeStringField("position", evidence.position().id());
            json.writeStringField("text", evidence.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("parts");
        for (AlertPart part : alert.parts()) {
            part(json, time, part);
        }
        json.writeEndArray();
    }

    private static void metric(JsonGenerator json, @Nullable MetricScore metric)
            throws IOException {
        if (metric == null) {
            return;
        }
        json.writeObjectFieldStart("metric");
        json.writeStringField("name", metric.metric());
        JsonFields.number(json, "value", metric.observed());
        JsonFields.number(json, "expected", metric.expected());
        JsonFields.number(json, "upper", metric.upper());
        json.writeEndObject();
    }

    private static void handling(JsonGenerator json, IsoTime time, @Nullable AlertHandling handling)
            throws IOException {
        if (handling == null) {
            return;
        }
        json.writeObjectFieldStart("handling");
        JsonFields.text(json, "by", handling.by());
        json.writeStringField("at", time.format(handling.atMillis()));
        if (handling.mutedUntilMillis() > handling.atMillis()) {
            json.writeStringField("muted_until", time.format(handling.mutedUntilMillis()));
        }
        json.writeEndObject();
    }

    private static void part(JsonGenerator json, IsoTime time, AlertPart part) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule_id", part.ruleId());
        json.writeStringField("name", part.ruleName());
        json.writeStringField("level", lower(part.level()));
        json.writeStringField("first", time.format(part.firstMillis()));
        json.writeStringField("last", time.format(part.lastMillis()));
        json.writeNumberField("count", part.count());
        json.writeEndObject();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
