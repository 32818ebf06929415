package io.pumasentinel.job;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.PumaEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Hands all results on to other sinks; what is made of it does something beside that. */
public abstract class ForwardedSinks implements JobSinks {
    private final JobSinks others;

    /**
     * @param others where the results go as well
     */
    protected ForwardedSinks(JobSinks others) {
        this.others = others;
    }

    @Override
    public void events(DataStream<PumaEvent> events) {
        others.events(events);
    }

    @Override
    public void windows(DataStream<EndpointWindow> windows) {
        others.windows(windows);
    }

    @Override
    public void findings(DataStream<Finding> findings) {
        others.findings(findings);
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {
        others.alerts(alerts);
    }

    @Override
    public void deadLetters(DataStream<DeadLetter> letters) {
        others.deadLetters(letters);
    }
}
