package io.pumasentinel.cli.review.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers one question over documents that pass by. */
final class Tally {
    private final Question question;
    private final Map<List<String>, Counting> groups = new HashMap<>();

    Tally(Question question) {
        this.question = question;
        if (question.by().isEmpty()) {
            groups.put(List.of(), new Counting(question));
        }
    }

    void add(JsonNode document, Instant time) {
        if (!question.span().contains(time)
                || !question.where().stream().allMatch(one -> meets(document, one))) {
            return;
        }
        for (List<String> keys : keys(document)) {
            groups.computeIfAbsent(keys, none -> new Counting(question)).add(document, time);
        }
    }

    List<Group> groups() {
        List<Group> all = new ArrayList<>();
        groups.forEach((keys, counting) -> all.add(counting.group(keys)));
        return all;
    }

    static boolean meets(JsonNode document, Condition condition) {
        if (condition instanceof Condition.Is is) {
            return is.field().of(document).contains(is.value());
        }
        if (condition instanceof Condition.Begins begins) {
            return begins.field().of(document).stream()
                    .anyMatch(value -> begins.prefixes().stream().anyMatch(value::startsWith));
        }
        return condition instanceof Condition.Has has && !has.field().of(document).isEmpty();
    }

    /** Every combination of the values of the fields; none if one of them has no value. */
    private Set<List<String>> keys(JsonNode document) {
        Set<List<String>> all = Set.of(List.of());
        for (Field field : question.by()) {
            Set<List<String>> longer = new HashSet<>();
            for (String value : field.of(document)) {
                for (List<String> keys : all) {
                    List<String> extended = new ArrayList<>(keys);
                    extended.add(value);
                    longer.add(List.copyOf(extended));
                }
            }
            all = longer;
        }
        return all;
    }

    /** One group. */
    private static final class Counting {
        private final Question question;
        private final double[] values;
        private final double[] weights;
        private final Map<Measure, Set<String>> distinct = new HashMap<>();
        private long count;

        Counting(Question question) {
            this.question = question;
            this.values = new double[question.measures().size()];
            this.weights = new double[values.length];
        }

        void add(JsonNode document, Instant time) {
            count++;
            for (int i = 0; i < values.length; i++) {
                add(i, question.measures().get(i), document, time);
            }
        }

        private void add(int i, Measure measure, JsonNode document, Instant time) {
            if (measure instanceof Measure.Sum sum) {
                weigh(i, sum.field().number(document), 1);
            } else if (measure instanceof Measure.Largest largest) {
                larger(i, largest.field().number(document));
            } else if (measure instanceof Measure.Latest) {
                larger(i, (double) time.toEpochMilli());
            } else if (measure instanceof Measure.Mean mean) {
                weigh(i, mean.value().number(document), mean.weight().number(document));
            } else if (measure instanceof Measure.Distinct one) {
                distinct.computeIfAbsent(one, none -> new HashSet<>())
                        .addAll(one.field().of(document));
            } else if (measure instanceof Measure.Where where) {
                weigh(i, meets(document, where.condition()) ? 1 : 0, 1);
            }
        }

        private void weigh(int i, double value, double weight) {
            if (!Double.isNaN(value) && !Double.isNaN(weight)) {
                values[i] += value * weight;
                weights[i] += weight;
            }
        }

        private void larger(int i, double value) {
            if (!Double.isNaN(value)) {
                values[i] = weights[i] == 0 ? value : Math.max(values[i], value);
                weights[i] = 1;
            }
        }

        Group group(List<String> keys) {
            Map<Measure, Double> measures = new HashMap<>();
            for (int i = 0; i < values.length; i++) {
                measures.put(question.measures().get(i), value(i));
            }
            return new Group(keys, count, measures);
        }

        private double value(int i) {
            Measure measure = question.measures().get(i);
            if (measure instanceof Measure.Distinct) {
                return distinct.getOrDefault(measure, Set.of()).size();
            }
            if (measure instanceof Measure.Mean) {
                return values[i] / weights[i];
            }
            boolean counts = measure instanceof Measure.Sum || measure instanceof Measure.Where;
            return counts || weights[i] > 0 ? values[i] : Double.NaN;
        }
    }
}
