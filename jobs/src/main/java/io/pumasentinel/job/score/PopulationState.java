package io.pumasentinel.job.score;

import io.pumasentinel.baseline.ClientPopulation;

/** What keyed state holds of a service's clients, 0.7 kB. */
public class PopulationState {
    /** What was learned from closed windows. */
    public ClientPopulation model = new ClientPopulation();

    /** End of the last window that was learned. */
    public long lastEndMillis = Long.MIN_VALUE;

    /** The outstanding timer that may forget the service. */
    public long forgetTimerMillis = Long.MIN_VALUE;
}
