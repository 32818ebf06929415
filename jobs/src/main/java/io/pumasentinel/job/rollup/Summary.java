package io.pumasentinel.job.rollup;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Level;
import io.pumasentinel.job.alert.AlertId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Builds the alert that stands for many: its count is that of the incidents in it. */
final class Summary {
    private static final int SAMPLES = 10;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Summary() {}

    /** A summary with nothing in it yet; it begins with the incident. */
    static Alert begin(Alert first) {
        AlertPart part = first.parts().get(0);
        Entity entity =
                new Entity(
                        EntityType.GROUP,
                        part.ruleId() + " by many " + plural(first.entity().type()));
        return new Alert(
                AlertId.of(first.service(), entity, first.startMillis()),
                0,
                AlertStatus.OPEN,
                first.service(),
                entity,
                part.ruleId(),
                part.ruleName() + ", by many " + plural(first.entity().type()),
                first.description(),
                first.category(),
                part.level(),
                first.techniques(),
                first.firedMillis(),
                first.startMillis(),
                first.endMillis(),
                0,
                first.endpoint(),
                first.host(),
                List.of(),
                null,
                List.of(part),
                List.of(),
                "",
                true,
                null);
    }

    /**
     * The summary with one more version of one of its incidents.
     *
     * @param folded incidents in it, this one included
     * @param alone what the alerts told by themselves are about
     */
    static Alert add(Alert summary, Alert incident, long folded, List<String> alone) {
        boolean worse = incident.level().compareTo(summary.level()) > 0;
        Level level = worse ? incident.level() : summary.level();
        long end = Math.max(summary.endMillis(), incident.endMillis());
        List<String> addresses = samples(summary.addresses(), incident);
        AlertPart part = summary.parts().get(0);
        return new Alert(
                summary.id(),
                summary.version(),
                summary.version() == 0 ? AlertStatus.OPEN : AlertStatus.ONGOING,
                summary.service(),
                summary.entity(),
                summary.ruleId(),
                summary.ruleName(),
                summary.description(),
                summary.category(),
                level,
                summary.techniques(),
                summary.firedMillis(),
                summary.startMillis(),
                end,
                folded,
                summary.endpoint(),
                summary.host(),
                addresses,
                null,
                List.of(
                        new AlertPart(
                                part.ruleId(),
                                part.ruleName(),
                                level,
                                Math.min(part.firstMillis(), incident.startMillis()),
                                end,
                                folded)),
                evidence(summary.evidence(), incident.evidence()),
                text(summary, incident, folded, end, alone),
                summary.transition() || worse,
                null);
    }

    /** What many of them are called, such as {@code addresses}. */
    static String plural(EntityType type) {
        return switch (type) {
            case ADDRESS -> "addresses";
            case SUBNET -> "networks";
            case USER -> "users";
            case ENDPOINT -> "endpoints";
            case HOST -> "hosts";
            case SERVICE -> "services";
            case GROUP -> "groups";
        };
    }

    private static String one(EntityType type) {
        return type == EntityType.SUBNET ? "network" : type.name().toLowerCase(Locale.ROOT);
    }

    private static String text(
            Alert summary, Alert incident, long folded, long end, List<String> alone) {
        String what =
                folded == 1 ? one(incident.entity().type()) : plural(incident.entity().type());
        return "%s: %,d more %s did the same between %s and %s UTC; %s told by %s."
                .formatted(
                        summary.parts().get(0).ruleName(),
                        folded,
                        what,
                        CLOCK.format(Instant.ofEpochMilli(summary.startMillis())),
                        CLOCK.format(Instant.ofEpochMilli(end)),
                        String.join(", ", alone) + (alone.size() == 1 ? " is" : " are"),
                        alone.size() == 1 ? "itself" : "themselves");
    }

    private static List<String> samples(List<String> known, Alert incident) {
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(incident.addresses());
        return new ArrayList<>(all).subList(0, Math.min(SAMPLES, all.size()));
    }

    /** One line of each incident, the first ones. */
    private static List<Evidence> evidence(List<Evidence> known, List<Evidence> more) {
        if (known.size() >= SAMPLES || more.isEmpty() || known.contains(more.get(0))) {
            return known;
        }
        List<Evidence> all = new ArrayList<>(known);
        all.add(more.get(0));
        all.sort(
                Comparator.comparingLong(Evidence::timestampMillis)
                        .thenComparing(Evidence::position));
        return all;
    }
}
