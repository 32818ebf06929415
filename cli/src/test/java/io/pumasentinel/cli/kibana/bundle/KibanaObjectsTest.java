package io.pumasentinel.cli.kibana.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for the file that people import. */
class KibanaObjectsTest {

    private static final Path BUNDLE = Checkout.ROOT.resolve("deploy/kibana/puma-sentinel.ndjson");
    private static final KibanaSources SOURCES = Checkout.sources();
    private static final List<SavedObject> OBJECTS = KibanaObjects.all(SOURCES);

    @Test
    void theFileIsWhatTheSourcesMake() throws IOException {
        String made = KibanaObjects.ndjson(SOURCES);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(BUNDLE, made);
        }
        assertThat(made)
                .as("deploy/kibana/puma-sentinel.ndjson; -Dgolden.rewrite=true rewrites it")
                .isEqualTo(Files.readString(BUNDLE));
    }

    @Test
    void everyIdIsOursAndTakenOnce() {
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (SavedObject object : OBJECTS) {
            assertThat(object.id()).matches("puma-sentinel-[a-z0-9-]+");
            assertThat(ids.add(object.id())).as(object.id()).isTrue();
            String title = object.attributes().path("title").textValue();
            assertThat(titles.add(object.type() + title)).as(title).isTrue();
        }
    }

    @Test
    void usesOnlyWhatNewerKibanasStillDraw() throws IOException {
        Set<String> types = new HashSet<>();
        for (SavedObject object : OBJECTS) {
            if (object.type().equals("visualization")) {
                types.add(inner(object, "visState").path("type").textValue());
            }
        }
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "metric", "table", "pie", "histogram", "markdown", "vega");
    }

    @Test
    void noTwoPanelsOfADashboardOverlap() throws IOException {
        for (SavedObject dashboard : dashboards()) {
            Set<Integer> taken = new HashSet<>();
            for (JsonNode panel : inner(dashboard, "panelsJSON")) {
                JsonNode grid = panel.path("gridData");
                assertThat(grid.path("h").intValue()).isBetween(3, 26);
                assertThat(grid.path("x").intValue() + grid.path("w").intValue())
                        .isLessThanOrEqualTo(Dashboard.COLUMNS);
                for (int y = 0; y < grid.path("h").intValue(); y++) {
                    for (int x = 0; x < grid.path("w").intValue(); x++) {
                        int line = grid.path("y").intValue() + y;
                        int cell = line * Dashboard.COLUMNS + grid.path("x").intValue() + x;
                        assertThat(taken.add(cell)).as(dashboard.id() + " " + grid).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void everyDashboardBeginsWithTheWayToTheOthersAndKeepsTheTime() {
        assertThat(dashboards()).hasSize(5);
        for (SavedObject dashboard : dashboards()) {
            assertThat(dashboard.references().get(0).id())
                    .isEqualTo("puma-sentinel-note-navigation");
            assertThat(dashboard.attributes().path("timeRestore").booleanValue()).isFalse();
        }
    }

    @Test
    void everyPanelChartAndNoteStandsOnADashboard() {
        Set<String> used = new HashSet<>();
        dashboards().forEach(d -> d.references().forEach(use -> used.add(use.id())));
        List<String> idle = new ArrayList<>();
        for (SavedObject object : OBJECTS) {
            boolean ownPage = object.name().startsWith("runbook-");
            if (object.type().equals("visualization") && !ownPage && !used.contains(object.id())) {
                idle.add(object.id());
            }
        }
        assertThat(idle).as("a line in deploy/kibana/dashboards shows them").isEmpty();
    }

    @Test
    void everyLinkLeadsToAnObjectOfTheFile() {
        Set<String> ids = new HashSet<>();
        OBJECTS.forEach(object -> ids.add(object.id()));
        Pattern link = Pattern.compile("#/(?:view|edit)/(puma-sentinel-[a-z-]+)([?)'\"\\\\{])");
        int links = 0;
        for (SavedObject object : OBJECTS) {
            Matcher matcher = link.matcher(object.line());
            while (matcher.find()) {
                links++;
                if (!matcher.group(2).equals("{")) {
                    assertThat(ids).as(object.id()).contains(matcher.group(1));
                }
            }
        }
        assertThat(links).isGreaterThan(30);
    }

    @Test
    void everyAlertFindsItsRunbook() throws IOException {
        Set<String> ids = new HashSet<>();
        OBJECTS.forEach(object -> ids.add(object.id()));
        SavedObject alerts = SOURCES.dataView("alerts").object(SOURCES.formats());
        JsonNode formats = inner(alerts, "fieldFormatMap");
        String template = formats.at("/rule.id/params/urlTemplate").textValue();
        String prefix = template.substring(template.lastIndexOf('/') + 1).replace("{{value}}", "");
        try (var files = Files.list(Checkout.ROOT.resolve("docs/runbooks"))) {
            for (Path file : files.filter(file -> !file.endsWith("README.md")).toList()) {
                assertThat(ids).contains(prefix + file.getFileName().toString().replace(".md", ""));
            }
        }
    }

    private static List<SavedObject> dashboards() {
        return OBJECTS.stream().filter(object -> object.type().equals("dashboard")).toList();
    }

    private static JsonNode inner(SavedObject object, String attribute) throws IOException {
        return Declaration.MAPPER.readTree(object.attributes().path(attribute).textValue());
    }
}
