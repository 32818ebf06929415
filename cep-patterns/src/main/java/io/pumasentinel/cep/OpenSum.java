package io.pumasentinel.cep;

import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matches of one rule, group and second so far. */
final class OpenSum {
    private final SummedUse use;
    private final SumKey key;
    private final List<Evidence> evidence = new ArrayList<>(1);
    private final @Nullable SmallestHashes distinct;
    private List<String> addresses;
    private boolean sorted;
    private long count;
    private double amount;
    private Position first;
    private @Nullable String endpoint;
    private String host;
    private @Nullable MetricScore metric;

    OpenSum(SummedUse use, SumKey key, EventView view) {
        this.use = use;
        this.key = key;
        this.distinct = use.distinct() ? new SmallestHashes(SignalSum.MAX_DISTINCT) : null;
        this.addresses = List.copyOf(view.addresses());
        this.sorted = addresses.size() < 2;
        this.first = view.position();
        this.host = view.host();
        describe(view);
    }

    /**
     * Adds one match. Builds no text once the evidence is complete.
     *
     * @param addend the match's number; 0 if none are added up
     */
    void add(EventView view, double addend, EvidenceOnce lines) {
        boolean anew = count == 0;
        count += view.events();
        if (view.position().compareTo(first) < 0) {
            describe(view);
        }
        amount += addend;
        if (distinct != null) {
            addValues(distinct, use.fields(), view);
        }
        if (!anew && !use.oneAddress()) {
            addAddresses(view.addresses());
        }
        addEvidence(view, lines);
    }

    /** What was added, as it crosses the network. */
    SignalSum toSum(long secondMillis) {
        return new SignalSum(
                use.ruleId(),
                key.service(),
                use.groupByText(),
                String.join("\u001f", key.values()),
                use.entity(key.service(), key.values()),
                secondMillis,
                count,
                first,
                use.fieldsText(),
                distinct == null ? new long[0] : distinct.toArray(),
                amount,
                endpoint,
                host,
                addresses,
                metric,
                List.copyOf(evidence));
    }

    private void describe(EventView view) {
        first = view.position();
        endpoint = view.text(Field.ENDPOINT);
        host = view.host();
        metric = view.metric();
    }

    /** Adds the tuple; none if one of its values is missing. */
    private static void addValues(SmallestHashes distinct, List<Field> fields, EventView view) {
        long hash = 0;
        for (int i = 0; i < fields.size(); i++) {
            String text = view.text(fields.get(i));
            if (text == null) {
                return;
            }
            hash = i == 0 ? ValueHash.of(text) : ValueHash.of(hash, text);
        }
        distinct.add(hash);
    }

    private void addAddresses(List<String> more) {
        for (int i = 0; i < more.size(); i++) {
            String address = more.get(i);
            boolean full = sorted && addresses.size() == Samples.LIMIT;
            if (full && address.compareTo(addresses.get(Samples.LIMIT - 1)) > 0) {
                continue;
            }
            if (!addresses.contains(address)) {
                addresses = Samples.addresses(addresses, List.of(address));
                sorted = true;
            }
        }
    }

    private void addEvidence(EventView view, EvidenceOnce lines) {
        boolean full = evidence.size() == Samples.LIMIT;
        if (full && !isBefore(view, evidence.get(Samples.LIMIT - 1))) {
            return;
        }
        if (full) {
            evidence.remove(Samples.LIMIT - 1);
        }
        Evidence fresh = lines.of(view);
        int at = Collections.binarySearch(evidence, fresh, Samples.OLDEST_FIRST);
        evidence.add(at < 0 ? -at - 1 : at, fresh);
    }

    private static boolean isBefore(EventView view, Evidence other) {
        return view.timestampMillis() == other.timestampMillis()
                ? view.position().compareTo(other.position()) < 0
                : view.timestampMillis() < other.timestampMillis();
    }
}
