package io.pumasentinel.baseline;

import java.util.Arrays;

/**
 * Which values an endpoint's requests have, and how usual it is there that one is new.
 *
 * <p>A value is familiar once it occurred in two windows; it is forgotten again after a hundred
 * half-lives' worth of windows. At most {@value #MOST} values are known, the most usual ones. Where
 * clients invent names (cache busters, filters) new values are usual, and the learned share of
 * requests with new values says so.
 */
public class LearnedValues {
    static final int MOST = 28;

    private static final int[] NONE = {};
    private static final float[] NO_WEIGHTS = {};

    /** A single window, however many its requests, teaches less than this. */
    private static final float FAMILIAR = 1.5f;

    private static final double SLOWER = 100;

    public int[] hashes = NONE;

    /** Decayed number of windows that had the value. */
    public float[] weights = NO_WEIGHTS;

    public LearnedShare share = new LearnedShare();

    /** Windows that taught. */
    public long windows;

    /**
     * Requests with new values, and all requests whose values are known, since the last judging.
     */
    public long unfamiliar;

    public long requests;

    /** Takes a window in; windows come in event-time order. */
    void observe(WindowValues window, BaselineSettings settings) {
        if (window.requests == 0) {
            return;
        }
        long found = window.beyond;
        float keep = (float) Math.pow(settings.keep(), 1 / SLOWER);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= keep;
        }
        for (int i = 0; i < window.size; i++) {
            found += met(window.hashes[i]) ? 0 : window.counts[i];
        }
        windows++;
        // In the beginning everything is new.
        if (windows > settings.warmUpWindows() / 2) {
            unfamiliar += Math.min(found, window.requests);
            requests += window.requests;
        }
    }

    /** Judges the windows since the last judgement together. */
    void close(Judgement judgement) {
        if (requests > 0) {
            share.close(Metric.VALUES, (double) unfamiliar, (double) requests, judgement);
        }
        unfamiliar = 0;
        requests = 0;
    }

    /** Whether the value was familiar before; learns it. */
    private boolean met(int hash) {
        int lightest = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash) {
                boolean familiar = weights[i] >= FAMILIAR;
                weights[i]++;
                return familiar;
            }
            lightest = weights[i] < weights[lightest] ? i : lightest;
        }
        if (hashes.length < MOST) {
            lightest = hashes.length;
            hashes = Arrays.copyOf(hashes, lightest + 1);
            weights = Arrays.copyOf(weights, lightest + 1);
        }
        hashes[lightest] = hash;
        weights[lightest] = 1;
        return false;
    }
}
