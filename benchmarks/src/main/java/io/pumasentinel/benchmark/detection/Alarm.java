package io.pumasentinel.benchmark.detection;

/**
 * A window for which a detector's strength was above 0.
 *
 * @param endpoint its number
 * @param timeMillis the window's end
 * @param cause what it was about, if the detector says so: its text is for people
 */
record Alarm(int endpoint, long timeMillis, double strength, Object cause) {}
