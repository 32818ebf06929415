package io.pumasentinel.benchmark.detection;

import com.amazon.randomcutforest.config.ForestMode;
import com.amazon.randomcutforest.config.TransformMethod;
import com.amazon.randomcutforest.parkservices.AnomalyDescriptor;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestMapper;

/**
 * Random Cut Forest with its adaptive thresholds (Guha, Mishra, Roy, Schrijvers: Robust Random Cut
 * Forest Based Anomaly Detection on Streams, ICML 2016), set much as OpenSearch sets it: 30 trees
 * of 256 points, normalised columns, a decay of 0.0001.
 *
 * <p>The score is the grade of the adaptive threshold, in [0,1]. Many grades are 1, so the forest's
 * own score, a few units at the most, orders those that are alike: on the simulated faults this
 * found more than either alone.
 */
public final class RandomCutForest implements RowScorer {
    private static final int TREES = 30;
    private static final int SAMPLE = 256;
    private static final double DECAY = 0.0001;
    private static final int OUTPUT_AFTER = 32;
    private static final double FIRST_ACCEPTED = 0.125;
    private static final double TIE = 1e-3;

    private final ThresholdedRandomCutForest forest;

    /**
     * @param columns of a row
     * @param shingle how many rows make a point
     */
    public RandomCutForest(int columns, int shingle) {
        this.forest =
                ThresholdedRandomCutForest.builder()
                        .dimensions(columns * shingle)
                        .shingleSize(shingle)
                        .numberOfTrees(TREES)
                        .sampleSize(SAMPLE)
                        .timeDecay(DECAY)
                        .outputAfter(OUTPUT_AFTER)
                        .initialAcceptFraction(FIRST_ACCEPTED)
                        .internalShinglingEnabled(true)
                        .boundingBoxCacheFraction(1.0)
                        .parallelExecutionEnabled(false)
                        .forestMode(ForestMode.STANDARD)
                        .transformMethod(TransformMethod.NORMALIZE)
                        .autoAdjust(true)
                        .randomSeed(1L)
                        .build();
    }

    @Override
    public double score(double[] row, long timestampMillis) {
        AnomalyDescriptor answer = forest.process(row, timestampMillis);
        double grade = answer.getAnomalyGrade();
        return grade == 0 ? 0 : grade + TIE * answer.getRCFScore();
    }

    @Override
    public long stateBytes() {
        return StateSize.ofSerializable(new ThresholdedRandomCutForestMapper().toState(forest));
    }
}
