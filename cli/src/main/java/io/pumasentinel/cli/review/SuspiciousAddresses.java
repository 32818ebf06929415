package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Measure;
import io.pumasentinel.cli.review.source.Question;
import io.pumasentinel.cli.review.source.ReviewedAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Addresses by the alerts about them and by what their requests show. */
final class SuspiciousAddresses implements Chapter {
    /** An address without alert and attack needs so many probing requests: people mistype. */
    private static final int PROBES = 10;

    private static final Measure ENDPOINTS = new Measure.Distinct(Field.ENDPOINT);
    private static final Measure LATEST = new Measure.Latest();

    private final Question addresses;
    private final Question signals;

    SuspiciousAddresses(Scope scope) {
        this.addresses =
                scope.ask(
                        DocumentStream.REQUESTS,
                        List.of(Suspicion.ANY),
                        List.of(Field.ADDRESS),
                        List.of(Suspicion.ATTACKS, ENDPOINTS, LATEST));
        this.signals =
                scope.ask(
                        DocumentStream.REQUESTS,
                        List.of(Suspicion.ANY),
                        List.of(Field.ADDRESS, Field.SIGNALS),
                        List.of());
    }

    @Override
    public List<Question> questions() {
        return List.of(addresses, signals);
    }

    @Override
    public Written write(Material material) {
        Map<String, Suspect> suspects = new TreeMap<>();
        for (ReviewedAlert alert : material.alerts()) {
            if (alert.entityType().equals("address")) {
                suspects.computeIfAbsent(alert.entity(), Suspect::new).alerts.add(alert);
            }
        }
        for (Group group : material.now(addresses)) {
            if (group.value(Suspicion.ATTACKS) > 0
                    || group.count() >= PROBES
                    || suspects.containsKey(group.key())) {
                suspects.computeIfAbsent(group.key(), Suspect::new).requests = group;
            }
        }
        Map<String, String> names = Suspicion.named(material.now(signals));
        boolean known = material.lack(DocumentStream.REQUESTS).isEmpty();
        List<List<Cell>> rows =
                suspects.values().stream()
                        .sorted(Suspect.WORST_FIRST)
                        .map(one -> one.row(names.getOrDefault(one.address, ""), known))
                        .toList();
        return new Written(List.of(section(rows, material)), List.of());
    }

    private static Section section(List<List<Cell>> rows, Material material) {
        String lead =
                "Addresses that alerts are about, or whose requests carry signals of attack or"
                        + " probing (an unknown path is probing; ten make a row)."
                        + material.lack(DocumentStream.REQUESTS)
                                .map(why -> " Signals are not known: " + why + ".")
                                .orElse("");
        return Section.top(
                "Suspicious addresses",
                lead,
                List.of(
                        "Address",
                        "Alerts",
                        "Worst",
                        "Attack requests",
                        "Probing requests",
                        "Endpoints",
                        "Signals",
                        "Last"),
                rows,
                "None.");
    }

    /** One address. */
    private static final class Suspect {
        static final Comparator<Suspect> WORST_FIRST =
                Comparator.comparingInt((Suspect one) -> -one.worst())
                        .thenComparingDouble(one -> -one.attacks())
                        .thenComparingDouble(one -> -one.count())
                        .thenComparing(one -> one.address);

        final String address;
        final List<ReviewedAlert> alerts = new ArrayList<>();
        @Nullable Group requests;

        Suspect(String address) {
            this.address = address;
        }

        int worst() {
            return alerts.stream().mapToInt(alert -> alert.level().severity()).max().orElse(0);
        }

        double attacks() {
            return requests == null ? 0 : requests.value(Suspicion.ATTACKS);
        }

        double count() {
            return requests == null ? 0 : requests.count();
        }

        List<Cell> row(String signals, boolean known) {
            Cell worst =
                    alerts.stream()
                            .map(ReviewedAlert::level)
                            .max(Comparator.naturalOrder())
                            .map(level -> (Cell) new Cell.Grade(level))
                            .orElse(Cell.text(""));
            Group group = requests;
            return Section.row(
                    Cell.text(address),
                    Cell.count(alerts.size()),
                    worst,
                    Cell.count(known ? attacks() : Double.NaN),
                    Cell.count(known ? count() - attacks() : Double.NaN),
                    Cell.count(group == null ? (known ? 0 : Double.NaN) : group.value(ENDPOINTS)),
                    Cell.text(signals),
                    Cell.moment(latest()));
        }

        private double latest() {
            double fired = alerts.stream().mapToLong(a -> a.fired().toEpochMilli()).max().orElse(0);
            return requests == null ? fired : Math.max(fired, requests.value(LATEST));
        }
    }
}
