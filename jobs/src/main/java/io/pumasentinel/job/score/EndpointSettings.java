package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.job.config.EndpointThresholds;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** How each endpoint is judged: as all others, but for the thresholds that are its own. */
public final class EndpointSettings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BaselineSettings usual;
    private final ArrayList<EndpointThresholds> special;

    /**
     * @param special the first that matches an endpoint holds
     */
    public EndpointSettings(BaselineSettings usual, List<EndpointThresholds> special) {
        this.usual = usual;
        this.special = new ArrayList<>(special);
    }

    /** How endpoints are judged that have no thresholds of their own. */
    BaselineSettings usual() {
        return usual;
    }

    /** In time proportional to the endpoints named; called once a window. */
    BaselineSettings of(String endpoint) {
        for (EndpointThresholds each : special) {
            if (each.matches(endpoint)) {
                return usual.with(each.thresholds());
            }
        }
        return usual;
    }
}
