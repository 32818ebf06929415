package io.pumasentinel.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every chart that Kibana gets, on the results page or not. */
class ChartFilesTest {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");
    private static final Set<String> LEVELS =
            Set.of("#6b7684", "#2b7fc4", "#a87b00", "#d9540f", "#d6204e");
    private static final Set<String> AGGREGATIONS =
            Set.of("terms", "auto_date_histogram", "range", "filter", "aggs");

    /** No poller writes these yet; the chart says so. */
    private static final Set<String> NOT_YET =
            Set.of("puma.worker.cpu.pct", "puma.worker.memory.rss.bytes");

    static List<ChartFile> charts() throws IOException {
        return ChartFile.all();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void namesItsLanguageAndSaysWhatItShows(ChartFile chart) {
        String language = chart.vega() ? "/vega/v5.json" : "/vega-lite/v4.json";
        assertThat(chart.spec().path("$schema").asText()).endsWith(language);
        assertThat(chart.spec().path("title").asText()).isNotBlank();
        assertThat(chart.spec().path("description").asText()).endsWith(".");
        assertThat(chart.spec().has("width") || chart.spec().has("height")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void followsKibanasTimeAndFilters(ChartFile chart) {
        assertThat(chart.queries()).isNotEmpty();
        for (JsonNode query : chart.queries()) {
            assertThat(query.path("%context%").booleanValue()).isTrue();
            assertThat(query.path("%timefield%").textValue()).isEqualTo("@timestamp");
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void asksForABoundedAnswer(ChartFile chart) throws IOException {
        for (JsonNode query : chart.queries()) {
            JsonNode body = query.path("body");
            assertThat(body.path("size").asInt(-1)).isBetween(0, SearchRequest.MAX_HITS);
            assertThat(body.has("aggs")).isEqualTo(body.path("size").intValue() == 0);
            assertThat(body.toString()).doesNotContain("script", "runtime");
            checkAggregations(body.path("aggs"));
            if (!body.has("aggs")) {
                assertThat(new SearchRequest(query.path("index").asText(), body.toString()).index())
                        .endsWith("*");
            }
        }
    }

    private static void checkAggregations(JsonNode aggregations) {
        for (JsonNode aggregation : aggregations) {
            aggregation
                    .fieldNames()
                    .forEachRemaining(type -> assertThat(AGGREGATIONS).contains(type));
            if (aggregation.has("terms")) {
                assertThat(aggregation.at("/terms/size").asInt()).isBetween(1, 50);
            }
            if (aggregation.has("auto_date_histogram")) {
                assertThat(aggregation.at("/auto_date_histogram/buckets").asInt())
                        .isBetween(1, 200);
            }
            checkAggregations(aggregation.path("aggs"));
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void asksOnlyForFieldsThatTheTemplatesHave(ChartFile chart) throws IOException {
        for (JsonNode query : chart.queries()) {
            TemplateFields fields = TemplateFields.of(query.path("index").asText());
            Set<String> asked = chart.fields(query);
            asked.removeAll(NOT_YET);
            assertThat(asked).isNotEmpty().allMatch(fields::has);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void readsOnlyWhatItAskedFor(ChartFile chart) {
        Set<String> asked = new TreeSet<>();
        chart.queries().forEach(query -> asked.addAll(chart.fields(query)));
        for (String path : chart.read()) {
            assertThat(asked)
                    .as(path)
                    .anyMatch(
                            field ->
                                    (path + ".").startsWith(field + ".")
                                            || field.startsWith(path + "."));
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void asksOnlyForFieldsThatTheJobWrites(ChartFile chart) throws IOException {
        Map<String, Set<String>> written = DocumentFields.byIndex();
        for (JsonNode query : chart.queries()) {
            Set<String> missing = chart.fields(query);
            missing.removeAll(written.get(query.path("index").asText()));
            missing.removeAll(NOT_YET);
            assertThat(missing).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void sharesConfigurationAndColours(ChartFile chart) throws IOException {
        JsonNode config = charts().get(0).spec().path("config");
        assertThat(chart.spec().path("config")).isEqualTo(config);
        Set<String> palette = new TreeSet<>(LEVELS);
        config.at("/range/category").forEach(colour -> palette.add(colour.textValue()));
        palette.add("#ffffff");
        COLOUR.matcher(chart.spec().toString())
                .results()
                .forEach(colour -> assertThat(palette).contains(colour.group()));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void saysWhatIsMissingWhenThereIsNoData(ChartFile chart) {
        assertThat(chart.texts("empty")).isNotEmpty();
        boolean whenEmpty =
                Pattern.compile("length\\(data\\('(\\w+)'\\)\\) === 0")
                        .matcher(chart.spec().toString())
                        .results()
                        .anyMatch(
                                found ->
                                        chart.spec()
                                                .findValuesAsText("name")
                                                .contains(found.group(1)));
        assertThat(whenEmpty).isTrue();
        for (JsonNode text : chart.texts("empty")) {
            String says =
                    text.at(chart.vega() ? "/encode/update/text/value" : "/mark/text").asText();
            assertThat(says).matches("(?s)(No|The samples do not) .*");
            assertThat(says.split("\n")).hasSizeBetween(3, 5).allMatch(line -> line.length() <= 56);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void saysWhenTheAnswerWasCut(ChartFile chart) {
        if (chart.vega()) {
            return;
        }
        int size = chart.queries().get(0).at("/body/size").intValue();
        assertThat(chart.texts("note")).hasSize(1);
        assertThat(chart.texts("note").get(0).at("/transform/0/filter").asText())
                .isEqualTo("length(data('query0')) === " + size);
        assertThat(chart.spec().at("/data/name").asText()).isEqualTo("query0");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void filtersOnClicksWhereItIsVega(ChartFile chart) throws IOException {
        String signals = chart.spec().path("signals").toString();
        assertThat(signals.contains("kibanaAddFilter")).isEqualTo(chart.vega());
        if (chart.vega()) {
            String index = chart.queries().get(0).path("index").asText();
            assertThat(signals).contains("'" + index + "'");
            TemplateFields fields = TemplateFields.of(index);
            Pattern.compile("\\{'(?:match_phrase|range)': \\{'([^']+)'")
                    .matcher(signals)
                    .results()
                    .forEach(found -> assertThat(fields.has(found.group(1))).isTrue());
        }
    }

    @Test
    void axesTellTheirUnit() throws IOException {
        Map<String, String> units =
                Map.ofEntries(
                        Map.entry("endpoint-latency", "' ms'"),
                        Map.entry("endpoint-latency-p50", "' ms'"),
                        Map.entry("endpoint-latency-p99", "' ms'"),
                        Map.entry("endpoint-rate", "' /s'"),
                        Map.entry("requests-over-time", "' /s'"),
                        Map.entry("errors-over-time", "' /s'"),
                        Map.entry("endpoint-bytes", "'B/s'"),
                        Map.entry("endpoint-errors", "~%"),
                        Map.entry("puma-utilization", "~%"),
                        Map.entry("puma-cpu-memory", "'B'"),
                        Map.entry("latency-histogram", "' ms'"));
        for (ChartFile chart : charts()) {
            String unit = units.getOrDefault(chart.name(), "");
            assertThat(chart.spec().toString()).as(chart.name()).contains(unit);
        }
        assertThat(charts()).extracting(ChartFile::name).containsAll(units.keySet());
    }
}
