package io.pumasentinel.cli.kibana.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every field that an object names is in the templates, with a type that suits its use. */
class KibanaFieldsTest {

    private static final KibanaSources SOURCES = Checkout.sources();

    /** A name before a colon that no backslash and no quote makes part of a value. */
    private static final Pattern QUERIED =
            Pattern.compile("(?<![\\w\\\\\".])([a-z_@][\\w.@]*):(\"?[a-z][\\w.]*)?");

    /** Documents keep them, indices do not: a row shows them when it lists the document. */
    private static final Set<String> KEPT_ONLY =
            Set.of("sentinel.alert.parts", "sentinel.alert.evidence");

    @Test
    void everyMetricAndSplitSuitsItsField() {
        for (Panel panel : SOURCES.panels()) {
            for (Metric metric : panel.metrics()) {
                if (!metric.isCount()) {
                    IndexField field = field(panel.source(), metric.field(), panel.name());
                    assertThat(field.aggregatable()).as(panel.name() + metric).isTrue();
                    assertThat(field.isNumberOrDate() || !metric.needsNumbers())
                            .as(panel.name() + metric)
                            .isTrue();
                }
            }
            for (Split split : panel.splits()) {
                check(panel, split);
            }
        }
    }

    private static void check(Panel panel, Split split) {
        if (split instanceof Split.Terms terms) {
            IndexField field = field(panel.source(), terms.field(), panel.name());
            assertThat(field.aggregatable()).as(panel.name() + terms).isTrue();
        } else if (split instanceof Split.Time time) {
            assertThat(field(panel.source(), time.field(), panel.name()).type()).isEqualTo("date");
        } else if (split instanceof Split.Filters filters) {
            for (Split.Filter filter : filters.filters()) {
                checkQuery(new Source(panel.source().dataView(), filter.query()), panel.name());
            }
        }
    }

    @Test
    void everyQueryNamesSearchableFields() {
        int queried = 0;
        for (Panel panel : SOURCES.panels()) {
            queried += checkQuery(panel.source(), panel.name());
        }
        for (SavedSearch search : SOURCES.searches()) {
            queried += checkQuery(search.source(), search.name());
        }
        assertThat(queried).isGreaterThan(20);
    }

    private static int checkQuery(Source source, String where) {
        List<String> names = new ArrayList<>();
        Matcher matcher = QUERIED.matcher(source.query());
        while (matcher.find()) {
            names.add(matcher.group(1).equals("_exists_") ? matcher.group(2) : matcher.group(1));
        }
        for (String name : names) {
            assertThat(field(source, name, where).searchable()).as(where + " " + name).isTrue();
        }
        assertThat(names.isEmpty()).as(where).isEqualTo(source.query().isEmpty());
        return names.size();
    }

    @Test
    void everySavedSearchShowsAndSortsByFieldsThatExist() {
        for (SavedSearch search : SOURCES.searches()) {
            for (String column : search.columns()) {
                if (!KEPT_ONLY.contains(column)) {
                    field(search.source(), column, search.name());
                }
            }
            assertThat(field(search.source(), search.sort(), search.name()).aggregatable())
                    .isTrue();
        }
    }

    @Test
    void everyFormatIsThatOfAField() {
        Set<String> fields = new HashSet<>();
        for (DataView view : SOURCES.dataViews()) {
            view.fields().all().forEach(field -> fields.add(field.name()));
            view.formats()
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(view.fields().find(name)).isPresent());
        }
        assertThat(fields).containsAll(SOURCES.formats().fields());
    }

    @Test
    void everyDurationAndSizeIsShownWithItsUnit() {
        for (DataView view : SOURCES.dataViews()) {
            for (IndexField field : view.fields().all()) {
                boolean number = field.kibanaType().equals("number");
                if (number && field.name().matches(".*(latency|duration).*")) {
                    assertThat(format(field)).as(field.name()).isEqualTo("duration");
                } else if (number && field.name().matches(".*\\bbytes\\b.*")) {
                    assertThat(format(field)).as(field.name()).isEqualTo("bytes");
                }
            }
        }
    }

    @Test
    void thereIsADataViewForEveryIndexTemplate() throws java.io.IOException {
        Set<String> patterns = new HashSet<>();
        SOURCES.dataViews().forEach(view -> patterns.add(view.pattern()));
        assertThat(patterns)
                .isEqualTo(
                        IndexFields.readAll(Checkout.ROOT.resolve("deploy/elasticsearch"))
                                .keySet());
    }

    @Test
    void anIndexPatternListsItsFieldsAsTheTemplatesTypeThem() throws java.io.IOException {
        SavedObject access = SOURCES.dataView("access").object(SOURCES.formats());
        JsonNode fields =
                Declaration.MAPPER.readTree(access.attributes().path("fields").textValue());
        assertThat(fields)
                .extracting(field -> field.path("name").textValue() + " " + field.path("type"))
                .contains(
                        "source.ip \"ip\"",
                        "event.duration \"number\"",
                        "url.path \"string\"",
                        "@timestamp \"date\"",
                        "_source \"_source\"");
    }

    private static String format(IndexField field) {
        return SOURCES.formats()
                .find(field.name())
                .map(format -> format.path("id").textValue())
                .orElse("");
    }

    private static IndexField field(Source source, String name, String where) {
        return SOURCES.dataView(source.dataView())
                .fields()
                .find(name)
                .orElseThrow(
                        () -> new AssertionError(where + ": no template has the field " + name));
    }
}
