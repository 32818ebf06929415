package io.pumasentinel.benchmark.detection;

/** One contender on the clean days and on those with faults. */
record TrialPair(Trial clean, Trial faulty) {}
