package io.pumasentinel.job.config;

import io.pumasentinel.baseline.Guards;
import java.util.ArrayList;
import java.util.List;

/** One entry of {@code score.endpoints}. */
final class EndpointOptions {
    private static final Option<String> ENDPOINT =
            Option.required(
                    "endpoint",
                    Types.text(
                            "an endpoint's name like GET /orders/{id}, a * at its end for any rest",
                            "(?:[A-Z]+ /[^\\s*]*)?\\*?(?<=.)"),
                    "The endpoint, as alerts and windows name it; the first entry that fits"
                            + " holds.");

    static final Block<Entry> BLOCK =
            new Block<>(options(), values -> new Entry(values.get(ENDPOINT), values));

    private EndpointOptions() {}

    private static List<Option<?>> options() {
        List<Option<?>> options = new ArrayList<>();
        options.add(ENDPOINT);
        options.addAll(ThresholdOptions.WITHOUT_DEFAULTS);
        return List.copyOf(options);
    }

    /** What the file says of some endpoints. */
    record Entry(String endpoint, Values values) {

        /** Everything that the entry leaves out is as for all others. */
        EndpointThresholds over(Guards others) {
            return new EndpointThresholds(endpoint, ThresholdOptions.over(values, others));
        }
    }
}
