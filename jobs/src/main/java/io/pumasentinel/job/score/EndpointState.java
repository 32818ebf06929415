package io.pumasentinel.job.score;

import io.pumasentinel.baseline.EndpointModel;
import io.pumasentinel.baseline.RequestBaselineRing;
import java.util.ArrayList;
import java.util.List;

/** What keyed state holds of one endpoint: its baselines and its open windows (two as a rule). */
public class EndpointState {
    /** What was learned from closed windows. */
    public EndpointModel model = new EndpointModel();

    /** The latest versions of the request baseline. */
    public RequestBaselineRing ring = new RequestBaselineRing();

    /** Windows that may still receive requests, in no order. */
    public List<OpenWindow> open = new ArrayList<>();

    /** End of the last window that saw a request. */
    public long lastEndMillis = Long.MIN_VALUE;

    /** The outstanding timer that may forget the endpoint. */
    public long forgetTimerMillis = Long.MIN_VALUE;
}
