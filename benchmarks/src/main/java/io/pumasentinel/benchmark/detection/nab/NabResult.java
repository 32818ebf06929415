package io.pumasentinel.benchmark.detection.nab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A detector's scores with its thresholds.
 *
 * @param thresholds for each profile
 * @param tuning the series on which the thresholds were chosen
 * @param heldOut the others, or none
 */
record NabResult(
        String name,
        Map<NabProfile, Double> thresholds,
        List<NabScorer.Scored> tuning,
        List<NabScorer.Scored> heldOut) {

    static NabResult of(NabContender contender, List<NabSeries> tuning, List<NabSeries> heldOut) {
        List<NabScorer.Scored> scored = contender.score(tuning);
        Map<NabProfile, Double> thresholds = new EnumMap<>(NabProfile.class);
        for (NabProfile profile : NabProfile.values()) {
            thresholds.put(
                    profile,
                    contender
                            .threshold()
                            .orElseGet(() -> new NabScorer(profile).bestThreshold(scored)));
        }
        return new NabResult(contender.name(), thresholds, scored, contender.score(heldOut));
    }

    List<NabScorer.Scored> all() {
        List<NabScorer.Scored> all = new ArrayList<>(tuning);
        all.addAll(heldOut);
        return all;
    }

    double threshold(NabProfile profile) {
        return thresholds.getOrDefault(profile, Double.POSITIVE_INFINITY);
    }
}
