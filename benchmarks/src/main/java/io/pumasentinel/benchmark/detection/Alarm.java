package io.pumasentinel.benchmark.detection;

/**
 * A window for which a detector's strength was above 0.
 *
 * @param endpoint its number
 * @param timeMillis the window's end
 */
record Alarm(int endpoint, long timeMillis, double strength) {}
