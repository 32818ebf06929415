package io.pumasentinel.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for every chart, so that Kibana, the page and the report draw it alike. */
class ChartSpecificationsTest {

    private static final JsonNode CHARTS = PageAssets.charts();

    /** Vega is for Kibana alone; of processor time and memory the page has nothing to show yet. */
    @Test
    void thePageShowsVegaLiteChartsThatKibanaGetsToo() throws IOException {
        Set<String> files = new TreeSet<>();
        for (ChartFile chart : ChartFile.all()) {
            if (!chart.vega()) {
                files.add(chart.name());
            }
        }
        Set<String> shown = new TreeSet<>();
        CHARTS.fieldNames().forEachRemaining(shown::add);
        assertThat(files).containsAll(shown);
        files.removeAll(shown);
        assertThat(files).containsExactly("puma-cpu-memory");
    }

    @Test
    void everyQueryIsOneThatTheServerAllows() {
        for (JsonNode query : PageAssets.queries()) {
            String index = query.path("index").textValue();
            SearchRequest request = new SearchRequest(index, query.path("body").toString());
            assertThat(request.index()).isEqualTo(index);
        }
    }

    @Test
    void everyQueryAsksForTheNewestHitsWithoutAFilter() throws IOException {
        JsonNode newestFirst = Json.MAPPER.readTree("[{\"@timestamp\":\"desc\"}]");
        for (JsonNode query : PageAssets.queries()) {
            assertThat(query.at("/body/sort")).isEqualTo(newestFirst);
            assertThat(query.at("/body/_source")).isNotEmpty();
            assertThat(query.path("body").has("query")).isFalse();
        }
    }

    @Test
    void everyChartFollowsKibanasTimeAndFilters() {
        for (JsonNode chart : CHARTS) {
            assertThat(chart.path("$schema").textValue()).endsWith("/vega-lite/v4.json");
            assertThat(chart.path("title").textValue()).isNotBlank();
            assertThat(chart.path("description").textValue()).isNotBlank();
            assertThat(chart.has("width") || chart.has("height")).isFalse();
            for (JsonNode data : chart.findValues("data")) {
                if (!data.has("url")) {
                    continue;
                }
                assertThat(data.at("/url/%context%").booleanValue()).isTrue();
                assertThat(data.at("/url/%timefield%").textValue()).isEqualTo("@timestamp");
                assertThat(data.at("/format/property").textValue()).isEqualTo("hits.hits");
            }
        }
    }

    @Test
    void allChartsShareOnePalette() {
        JsonNode config = CHARTS.path("endpoint-latency").path("config");
        assertThat(CHARTS).allSatisfy(c -> assertThat(c.path("config")).isEqualTo(config));
        JsonNode scale = CHARTS.at("/alert-timeline/layer/0/encoding/color/scale");
        List<String> levels = List.of("informational", "low", "medium", "high", "critical");
        for (int i = 0; i < levels.size(); i++) {
            assertThat(scale.path("domain").path(i).textValue()).isEqualTo(levels.get(i));
            assertThat(PageAssets.style())
                    .contains(
                            "--%s: %s"
                                    .formatted(
                                            levels.get(i),
                                            scale.path("range").path(i).textValue()));
        }
    }
}
