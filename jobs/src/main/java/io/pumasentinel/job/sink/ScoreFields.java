package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumasentinel.event.MetricScore;
import java.io.IOException;
import java.util.List;

/** What windows and samples say of their scores, below {@code sentinel}. */
final class ScoreFields {
    private ScoreFields() {}

    /** The band under a field of that name. */
    static void band(JsonGenerator json, String name, MetricScore score) throws IOException {
        json.writeObjectFieldStart(name);
        JsonFields.number(json, "expected", score.expected());
        JsonFields.number(json, "lower", score.lower());
        JsonFields.number(json, "upper", score.upper());
        json.writeEndObject();
    }

    /** The most unusual of them, at least one, as {@code anomaly}. */
    static void worst(JsonGenerator json, List<MetricScore> scores) throws IOException {
        MetricScore worst = scores.get(0);
        for (MetricScore score : scores) {
            if (score.score() > worst.score()) {
                worst = score;
            }
        }
        json.writeObjectFieldStart("anomaly");
        JsonFields.number(json, "score", worst.score());
        json.writeStringField("metric", worst.metric());
        json.writeEndObject();
    }
}
