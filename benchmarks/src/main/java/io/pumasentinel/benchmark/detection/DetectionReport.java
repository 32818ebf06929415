package io.pumasentinel.benchmark.detection;

import io.pumasentinel.benchmark.detection.traffic.Endpoint;
import io.pumasentinel.benchmark.detection.traffic.Fault;
import io.pumasentinel.benchmark.detection.traffic.FaultKind;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The tables of the simulated traffic.
 *
 * <p>A rival's threshold is the least that gives no more alerts on the clean days than ours, or one
 * a day where ours gives fewer.
 */
final class DetectionReport {
    private static final long WARM_UP = Duration.ofDays(1).toMillis();

    private final int days;
    private final List<Endpoint> endpoints;
    private final List<Fault> faults;
    private final List<TrialPair> trials = new ArrayList<>();

    /** Ours at its own threshold, the rivals at its rate of alerts. */
    private final List<Judged> judged = new ArrayList<>();

    /** All at one alert a day. */
    private final List<Judged> strict = new ArrayList<>();

    DetectionReport(
            int days,
            List<Endpoint> endpoints,
            List<Fault> faults,
            List<Trial> clean,
            List<Trial> faulty) {
        this.days = days;
        this.endpoints = endpoints;
        this.faults = faults;
        for (int i = 0; i < clean.size(); i++) {
            trials.add(new TrialPair(clean.get(i), faulty.get(i)));
        }
        judge();
    }

    private void judge() {
        TrialPair ours = trials.get(0);
        Contender first = ours.clean().contender();
        double threshold = first.threshold().orElseThrow();
        Judged atOurs = Judged.of(first.name(), threshold, ours, WARM_UP, faults);
        judged.add(atOurs);
        strict.add(atBudget(first.name(), ours, days));
        int budget = Math.max(days, atOurs.clean());
        for (TrialPair rival : trials.subList(1, trials.size())) {
            String name = rival.clean().contender().name();
            judged.add(atBudget(name, rival, budget));
            strict.add(atBudget(name, rival, days));
        }
    }

    private Judged atBudget(String name, TrialPair pair, int budget) {
        double threshold = Alert.threshold(pair.clean().alarmsFrom(WARM_UP), budget);
        return Judged.of(name, threshold, pair, WARM_UP, faults);
    }

    void print(PrintStream out) {
        long must = faults.stream().filter(Fault::mustFind).count();
        out.printf(
                Locale.ROOT,
                "%d endpoints, %d days after one of warm-up; %d faults, %d of them must be"
                        + " found.%n%n",
                endpoints.size(),
                days,
                faults.size(),
                must);
        printSummary(out, judged, must);
        int warmUp =
                Alert.of(trials.get(0).clean().alarmsBefore(WARM_UP), judged.get(0).threshold())
                        .size();
        out.printf("%nAlerts of %s on the day of warm-up: %d.%n%n", judged.get(0).name(), warmUp);
        if (judged.get(0).clean() != days) {
            out.println("All at one clean alert a day:\n");
            printSummary(out, strict, must);
            out.println();
        }
        printFound(out, "must-find faults found", Fault::mustFind);
        out.println();
        printFound(out, "other faults found", fault -> !fault.mustFind());
        out.println();
        printVolumes(out);
        out.println();
        printCost(out);
    }

    private void printSummary(PrintStream out, List<Judged> rows, long must) {
        out.println(
                "| detector | threshold | clean alerts a day | must-find found | of all | ours"
                    + " finds times as many | others found | median seconds to the alert | false"
                    + " alerts a day beside faults |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        double ours = rows.get(0).outcome().found(Fault::mustFind);
        for (Judged each : rows) {
            long found = each.outcome().found(Fault::mustFind);
            out.printf(
                    Locale.ROOT,
                    "| %s | %.4g | %.2f | %d | %.1f %% | %s | %d | %.0f | %.2f |%n",
                    each.name(),
                    each.threshold(),
                    (double) each.clean() / days,
                    found,
                    100.0 * found / must,
                    found == 0 ? "–" : String.format(Locale.ROOT, "%.2f", ours / found),
                    each.outcome().found(fault -> !fault.mustFind()),
                    each.outcome().medianSeconds(Fault::mustFind),
                    (double) each.outcome().falseAlerts() / days);
        }
    }

    private void printFound(PrintStream out, String title, Predicate<Fault> which) {
        header(out, title + " | of");
        for (FaultKind kind : FaultKind.values()) {
            Predicate<Fault> both = which.and(fault -> fault.kind() == kind);
            long all = faults.stream().filter(both).count();
            if (all > 0) {
                String label = kind.family() + ": " + kind + " | " + all;
                row(out, label, each -> each.outcome().found(both));
            }
        }
    }

    private void printVolumes(PrintStream out) {
        header(out, "must-find by requests per second | of");
        double[] limits = {0, 0.1, 0.5, 2, Double.POSITIVE_INFINITY};
        for (int i = 1; i < limits.length; i++) {
            double low = limits[i - 1];
            double high = limits[i];
            Predicate<Fault> both =
                    fault ->
                            fault.mustFind()
                                    && fault.endpoint().perSecond() >= low
                                    && fault.endpoint().perSecond() < high;
            long all = faults.stream().filter(both).count();
            row(
                    out,
                    String.format(Locale.ROOT, "%.1f to %.1f | %d", low, high, all),
                    each -> each.outcome().found(both));
        }
    }

    private void printCost(PrintStream out) {
        out.println("| detector | µs CPU an update | mean bytes of state an endpoint | most |");
        out.println("|---|---|---|---|");
        for (TrialPair pair : trials) {
            Trial trial = pair.faulty();
            out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %,d | %,d |%n",
                    trial.contender().name(),
                    trial.microsPerUpdate(),
                    trial.meanStateBytes(),
                    trial.mostStateBytes());
        }
    }

    /** Every fault with what became of it, and every alert of ours on the clean days. */
    void printOurFaults(PrintStream out) {
        Outcome ours = judged.get(0).outcome();
        for (Fault fault : faults) {
            Alert alert = ours.found().get(fault);
            out.printf(
                    Locale.ROOT,
                    "%s %s at %d s, %s, %s%n",
                    fault.mustFind() ? "must" : "nice",
                    fault.kind(),
                    fault.startMillis() / 1000,
                    alert == null ? "MISSED: " + nearest(fault) : "found: " + told(alert),
                    fault.endpoint());
        }
        TrialPair pair = trials.get(0);
        for (Alert alert : alertsOf(pair.clean())) {
            out.printf("clean: %s, %s%n", told(alert), endpoints.get(alert.endpoint()));
        }
        for (Alert alert : alertsOf(pair.faulty())) {
            if (!Outcome.caused(alert, faults)) {
                out.printf("beside: %s, %s%n", told(alert), endpoints.get(alert.endpoint()));
            }
        }
    }

    private List<Alert> alertsOf(Trial trial) {
        return Alert.of(trial.alarmsFrom(WARM_UP), judged.get(0).threshold());
    }

    /** The strongest alarm that a missed fault gave, or would have begun but for an open alert. */
    private String nearest(Fault fault) {
        return trials.get(0).faulty().alarmsFrom(fault.startMillis()).stream()
                .filter(alarm -> alarm.endpoint() == fault.endpoint().number())
                .filter(alarm -> Outcome.inTime(alarm.timeMillis(), fault))
                .max(Comparator.comparingDouble(Alarm::strength))
                .map(alarm -> "%.3f %s".formatted(alarm.strength(), alarm.cause()))
                .orElse("nothing notable");
    }

    private static String told(Alert alert) {
        return alert.cause() + " at " + alert.startMillis() / 1000 + " s";
    }

    private void header(PrintStream out, String title) {
        out.print("| " + title);
        judged.forEach(each -> out.print(" | " + each.name()));
        out.println(" |");
        String[] cells = new String[judged.size() + 2];
        Arrays.fill(cells, "---");
        out.println("|" + String.join("|", cells) + "|");
    }

    private void row(PrintStream out, String label, ToDoubleFunction<Judged> value) {
        out.print("| " + label);
        for (Judged each : judged) {
            out.printf(Locale.ROOT, " | %.0f", value.applyAsDouble(each));
        }
        out.println(" |");
    }
}
