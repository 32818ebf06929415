package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.RuledHarness;
import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/** The score function as Flink runs it, with one rule: answers 404 are {@code probe.not_found}. */
final class ScoreHarness {
    private static final String RULE =
            """
            title: Not found
            name: not-found
            id: 00000000-0000-4000-8000-000000000001
            description: A path that is not there.
            level: informational
            signal: probe.not_found
            logsource: {category: webserver}
            detection:
              selection: {sc-status: 404}
              condition: selection
            """;

    private final RuledHarness<PumaEvent, PumaEvent> flink;

    ScoreHarness(@Nullable OperatorSubtaskState snapshot) throws Exception {
        flink =
                new RuledHarness<>(
                        new ScoreFunction(
                                new EndpointSettings(BaselineSettings.defaults(), List.of()),
                                List.of(new RuleSource("rule.yml", RULE))),
                        ScoreKeys::of);
        if (snapshot != null) {
            flink.initializeState(snapshot);
        }
        flink.open();
    }

    void send(PumaEvent event) throws Exception {
        flink.processElement(event, event.timestampMillis());
    }

    void watermark(long millis) throws Exception {
        flink.processWatermark(millis);
    }

    List<PumaEvent> events() {
        return flink.extractOutputValues();
    }

    List<EndpointWindow> windows() {
        List<EndpointWindow> windows = new ArrayList<>();
        var output = flink.getSideOutput(ScoreFunction.WINDOWS);
        if (output != null) {
            for (StreamRecord<EndpointWindow> window : output) {
                windows.add(window.getValue());
            }
        }
        return windows;
    }

    int stateEntries() {
        return flink.numKeyedStateEntries();
    }

    int timers() {
        return flink.numEventTimeTimers();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return flink.snapshot(1, 1);
    }

    void close() throws Exception {
        flink.close();
    }
}
