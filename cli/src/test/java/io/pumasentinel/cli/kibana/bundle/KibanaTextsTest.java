package io.pumasentinel.cli.kibana.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One language of words and colours. */
class KibanaTextsTest {

    private static final KibanaSources SOURCES = Checkout.sources();

    @Test
    void everythingSaysWhatItIs() {
        List<Text> texts = new ArrayList<>();
        SOURCES.panels().forEach(panel -> texts.add(panel.text()));
        SOURCES.charts().forEach(chart -> texts.add(chart.text()));
        SOURCES.searches().forEach(search -> texts.add(search.text()));
        SOURCES.dashboards().forEach(dashboard -> texts.add(dashboard.text()));
        assertThat(texts)
                .hasSizeGreaterThan(50)
                .allSatisfy(text -> assertThat(text.title()).hasSizeBetween(3, 45))
                .allSatisfy(text -> assertThat(text.description()).hasSizeGreaterThan(20))
                .allSatisfy(text -> assertThat(text.description()).matches("(?s).*[.?!]"));
    }

    @Test
    void whereARecordCannotBeEverybodysThePanelSaysHowToGetIt() {
        for (Panel panel : SOURCES.panels()) {
            boolean optional =
                    panel.splits().stream()
                            .anyMatch(
                                    split ->
                                            split instanceof Split.Terms terms
                                                    && List.of("user.name", "user_agent.original")
                                                            .contains(terms.field()));
            boolean counters =
                    panel.source().dataView().equals("stats") && panel.splits().isEmpty();
            if (optional) {
                assertThat(panel.text().description()).contains("JSON");
            }
            if (counters) {
                assertThat(panel.text().description()).contains("activate_control_app");
            }
        }
    }

    @Test
    void everyDashboardEndsWithWhatMayBeMissing() {
        for (Dashboard dashboard : SOURCES.dashboards()) {
            List<Dashboard.Row> rows = dashboard.rows();
            List<Tile> last = rows.get(rows.size() - 1).tiles();
            Tile note = last.get(last.size() - 1);
            assertThat(note.name()).isEqualTo(dashboard.name() + "-missing");
        }
    }

    @Test
    void aLevelHasOneColourInPanelsTablesChartsAndOnThePage() throws IOException {
        JsonNode levels = SOURCES.palette().meanings().path("levels");
        assertThat(levels).hasSize(5);
        String page =
                Files.readString(
                        Checkout.ROOT.resolve(
                                "cli/src/main/resources/io/pumasentinel/cli/page/page.css"));
        for (Map.Entry<String, JsonNode> level : levels.properties()) {
            String color = level.getValue().textValue();
            assertThat(page).contains("--" + level.getKey() + ": " + color);
            assertThat(SOURCES.palette().format("levels").toString()).contains(color);
        }
    }

    @Test
    void aValueHasTheColourOfItsMeaningInEveryChart() {
        JsonNode known = SOURCES.palette().ofCharts().at("/vis/colors");
        int seen = 0;
        for (Chart chart : SOURCES.charts()) {
            for (JsonNode scale : chart.specification().findValues("scale")) {
                JsonNode domain = scale.path("domain");
                for (int i = 0; domain.isArray() && i < domain.size(); i++) {
                    JsonNode color = known.path(domain.path(i).asText());
                    if (color.isTextual() && scale.path("range").isArray()) {
                        seen++;
                        assertThat(scale.path("range").path(i)).as(chart.name()).isEqualTo(color);
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(5);
    }
}
