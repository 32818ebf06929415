package io.pumasentinel.job;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.PumaEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where the job's results go. The graph does not know: a cluster gives Elasticsearch, {@code
 * analyze} files, a test collects.
 */
public interface JobSinks {
    /** Every event that was understood, scored and classified, in the order of its source. */
    void events(DataStream<PumaEvent> events);

    /** Every closed window. */
    void windows(DataStream<EndpointWindow> windows);

    /** Every finding that the alerts are made of; mostly nobody wants them by themselves. */
    default void findings(DataStream<Finding> findings) {}

    /** Every told version of every alert. */
    void alerts(DataStream<Alert> alerts);

    /** Every line that was not understood. */
    void deadLetters(DataStream<DeadLetter> deadLetters);
}
