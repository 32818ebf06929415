package io.pumasentinel.job.alert;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.Level;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Technique;
import io.pumasentinel.job.AlertSettings;
import io.pumasentinel.sigma.RuleMeta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds the findings of one entity into its incident: a pure function of the incident so far and
 * the next findings.
 *
 * <p>An incident ends when nothing new happened for the cooldown; a finding after that begins
 * another one. Its level is that of its worst part; between parts of equal level the later one
 * speaks for the incident, because a sequence says more than its first step.
 */
final class Assembler {
    static final int MAX_ADDRESSES = 10;

    private final Function<String, RuleMeta> rules;
    private final AlertSettings settings;

    /**
     * @param rules looks a rule up by its name
     * @param settings when incidents end and how much they show
     */
    Assembler(Function<String, RuleMeta> rules, AlertSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** Whether the finding belongs to the incident rather than to a new one. */
    boolean continues(@Nullable Alert incident, Finding finding) {
        return incident != null
                && finding.firstMillis() <= incident.endMillis() + settings.cooldownMillis();
    }

    /** When the incident is over if nothing else happens: the second after the last that counts. */
    long closesAtMillis(Alert incident) {
        return incident.endMillis() + settings.cooldownMillis() + 1000;
    }

    /** A new incident of the finding's entity, with nothing in it yet and version 0. */
    Alert begin(Finding finding) {
        // A sequence may reach back into an incident that is closed. Identity, and with it the
        // index, must be this incident's own: a closed one began more than a cooldown ago.
        long startMillis =
                Math.max(
                        finding.firstMillis(),
                        finding.timestampMillis() - settings.cooldownMillis());
        return new Alert(
                AlertId.of(finding.service(), finding.entity(), startMillis),
                0,
                AlertStatus.OPEN,
                finding.service(),
                finding.entity(),
                "",
                "",
                "",
                "",
                Level.INFORMATIONAL,
                List.of(),
                finding.timestampMillis(),
                startMillis,
                finding.timestampMillis(),
                0,
                finding.endpoint(),
                finding.host(),
                List.of(),
                null,
                List.of(),
                List.of(),
                "",
                false,
                null);
    }

    /** The incident with one more finding; its version stays. */
    Alert add(Alert incident, Finding finding) {
        RuleMeta meta = rules.apply(finding.ruleId());
        List<AlertPart> parts = parts(incident, finding, meta);
        AlertPart worst = worst(parts);
        RuleMeta speaker = rules.apply(worst.ruleId());
        MetricScore metric = metric(incident, finding, worst);
        long end = Math.max(incident.endMillis(), finding.timestampMillis());
        return new Alert(
                incident.id(),
                incident.version(),
                incident.version() == 0 ? AlertStatus.OPEN : AlertStatus.ONGOING,
                incident.service(),
                incident.entity(),
                worst.ruleId(),
                worst.ruleName(),
                speaker.description(),
                speaker.category(),
                worst.level(),
                techniques(incident, meta),
                incident.firedMillis(),
                incident.startMillis(),
                end,
                parts.stream().mapToLong(AlertPart::count).max().orElse(0),
                incident.endpoint() == null ? finding.endpoint() : incident.endpoint(),
                incident.host().isEmpty() ? finding.host() : incident.host(),
                addresses(incident, finding),
                metric,
                parts,
                evidence(incident, finding),
                Explanation.of(worst, finding.entity(), parts, metric, incident.startMillis(), end),
                incident.transition() || parts.size() > incident.parts().size(),
                incident.handling());
    }

    private static List<AlertPart> parts(@Nullable Alert incident, Finding finding, RuleMeta meta) {
        List<AlertPart> parts = new ArrayList<>(incident == null ? List.of() : incident.parts());
        for (int i = 0; i < parts.size(); i++) {
            AlertPart part = parts.get(i);
            if (part.ruleId().equals(finding.ruleId())) {
                parts.set(
                        i,
                        new AlertPart(
                                part.ruleId(),
                                part.ruleName(),
                                part.level(),
                                Math.min(part.firstMillis(), finding.firstMillis()),
                                Math.max(part.lastMillis(), finding.timestampMillis()),
                                part.count() + finding.count()));
                return parts;
            }
        }
        parts.add(
                new AlertPart(
                        finding.ruleId(),
                        meta.title(),
                        meta.level(),
                        finding.firstMillis(),
                        finding.timestampMillis(),
                        finding.count()));
        return parts;
    }

    private static AlertPart worst(List<AlertPart> parts) {
        AlertPart worst = parts.get(0);
        for (AlertPart part : parts) {
            if (part.level().compareTo(worst.level()) >= 0) {
                worst = part;
            }
        }
        return worst;
    }

    private static @Nullable MetricScore metric(Alert incident, Finding finding, AlertPart worst) {
        MetricScore known = incident.metric();
        MetricScore latest = finding.metric();
        if (latest == null || (known != null && !finding.ruleId().equals(worst.ruleId()))) {
            return known;
        }
        boolean peak =
                known == null
                        || !known.metric().equals(latest.metric())
                        || Math.abs(latest.observed() - latest.expected())
                                > Math.abs(known.observed() - known.expected());
        return peak ? latest : known;
    }

    private static List<Technique> techniques(Alert incident, RuleMeta meta) {
        Set<Technique> all = new LinkedHashSet<>(incident.techniques());
        all.addAll(meta.techniques());
        return new ArrayList<>(all);
    }

    private static List<String> addresses(Alert incident, Finding finding) {
        Set<String> all = new LinkedHashSet<>(incident.addresses());
        all.addAll(finding.addresses());
        return new ArrayList<>(all).subList(0, Math.min(all.size(), MAX_ADDRESSES));
    }

    /** The first and the latest samples: how it began and where it stands. */
    private List<Evidence> evidence(Alert incident, Finding finding) {
        TreeMap<String, Evidence> byPosition = new TreeMap<>();
        incident.evidence().forEach(e -> byPosition.put(e.position().id(), e));
        finding.evidence().forEach(e -> byPosition.putIfAbsent(e.position().id(), e));
        List<Evidence> all = new ArrayList<>(byPosition.values());
        all.sort(
                Comparator.comparingLong(Evidence::timestampMillis)
                        .thenComparing(Evidence::position));
        int most = settings.maxEvidence();
        if (all.size() <= most) {
            return all;
        }
        int first = (most + 1) / 2;
        List<Evidence> ends = new ArrayList<>(all.subList(0, first));
        ends.addAll(all.subList(all.size() - (most - first), all.size()));
        return ends;
    }
}
