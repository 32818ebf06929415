package io.pumasentinel.benchmark.detection;

/** Scores rows of numbers online. */
public interface RowScorer {
    /**
     * How unusual a row is by the rows before it; then learns from it.
     *
     * @param row stays as it is
     * @return at least 0; 0 while there is too little to judge by
     */
    double score(double[] row, long timestampMillis);

    /** What a checkpoint of it takes. */
    long stateBytes();
}
