package io.pumasentinel.job.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.elasticsearch.BulkOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The examples as the sinks write them, by a name for each. */
final class WrittenDocuments {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final IndexNames NAMES = new IndexNames("test");

    private WrittenDocuments() {}

    /** What each example becomes: one operation, for a transition of an alert two. */
    static Map<String, List<BulkOperation>> all() throws IOException {
        Map<String, List<BulkOperation>> all = new LinkedHashMap<>();
        var events = new Operations.OfEvents(NAMES);
        all.put("access-full", operations(events, Examples.fullRequest()));
        all.put("access-sparse", operations(events, Examples.sparseRequest()));
        all.put("access-large", operations(events, Examples.largeRequest()));
        all.put("error-full", operations(events, Examples.fullError()));
        all.put("error-sparse", operations(events, Examples.sparseError()));
        all.put("lifecycle-full", operations(events, Examples.fullLifecycle()));
        all.put("lifecycle-sparse", operations(events, Examples.sparseLifecycle()));
        all.put("stats-full", operations(events, Examples.fullStats()));
        all.put("stats-gc", operations(events, Examples.gcStats()));
        all.put("stats-sparse", operations(events, Examples.sparseStats()));
        var windows = new Operations.OfWindows(NAMES);
        all.put("window-full", operations(windows, Examples.fullWindow()));
        all.put("window-sparse", operations(windows, Examples.sparseWindow()));
        var alerts = new Operations.OfAlerts(NAMES);
        all.put("alert-full", operations(alerts, AlertExamples.full()));
        all.put("alert-sparse", operations(alerts, AlertExamples.sparse()));
        var letters = new Operations.OfDeadLetters(NAMES);
        all.put("dead-letter-full", operations(letters, Examples.fullLetter()));
        all.put("dead-letter-sparse", operations(letters, Examples.sparseLetter()));
        all.put("rejected", List.of(rejected()));
        return all;
    }

    static JsonNode json(BulkOperation operation) throws IOException {
        return JSON.readTree(operation.source());
    }

    private static BulkOperation rejected() {
        BulkOperation alert =
                operations(new Operations.OfAlerts(NAMES), AlertExamples.sparse()).get(0);
        return new RejectedDocuments(NAMES)
                .deadLetter(alert, 400, "document_parsing_exception: failed to parse [source.ip]")
                .orElseThrow();
    }

    private static <T> List<BulkOperation> operations(Operations<T> converter, T value) {
        List<BulkOperation> operations = new ArrayList<>();
        converter.convert(value, operations::add);
        return operations;
    }
}
