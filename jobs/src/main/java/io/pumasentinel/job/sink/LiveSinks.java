package io.pumasentinel.job.sink;

import io.pumasentinel.elasticsearch.DocumentConverter;
import io.pumasentinel.elasticsearch.ElasticsearchSink;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.JobSinks;
import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.config.OutputConfig;
import io.pumasentinel.job.config.SentinelConfig;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Elasticsearch for every stream, and Kafka topics for alerts and dead letters where they are
 * configured.
 */
public final class LiveSinks implements JobSinks {
    private final ElasticsearchConfig elasticsearch;
    private final OutputConfig output;
    private final IndexNames names;
    private final TopicSinks topics;

    /** Sinks as the configuration says. */
    public LiveSinks(SentinelConfig config) {
        this.elasticsearch = config.elasticsearch();
        this.output = config.output();
        this.names = new IndexNames(config.elasticsearch().namespace());
        this.topics = new TopicSinks(config.kafka());
    }

    @Override
    public void events(DataStream<PumaEvent> events) {
        if (output.events()) {
            events.sinkTo(sink(new Operations.OfEvents(names))).name("events").uid("sink-events");
        }
    }

    @Override
    public void windows(DataStream<EndpointWindow> windows) {
        if (output.windows()) {
            windows.sinkTo(sink(new Operations.OfWindows(names)))
                    .name("windows")
                    .uid("sink-windows");
        }
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {
        alerts.sinkTo(sink(new Operations.OfAlerts(names))).name("alerts").uid("sink-alerts");
        topics.alerts(alerts);
    }

    @Override
    public void deadLetters(DataStream<DeadLetter> letters) {
        if (output.deadLetters()) {
            letters.sinkTo(sink(new Operations.OfDeadLetters(names)))
                    .name("dead letters")
                    .uid("sink-dead-letters");
        }
        topics.deadLetters(letters);
    }

    private <T> ElasticsearchSink<T> sink(DocumentConverter<T> converter) {
        return ElasticsearchSink.<T>builder()
                .connection(Connections.of(elasticsearch))
                .converter(converter)
                .rejected(new RejectedDocuments(names))
                .batch(elasticsearch.batchDocuments(), elasticsearch.batchKilobytes() * 1024L)
                .linger(elasticsearch.linger())
                .build();
    }
}
