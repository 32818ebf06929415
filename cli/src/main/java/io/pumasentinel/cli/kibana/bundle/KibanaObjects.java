package io.pumasentinel.cli.kibana.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All objects of the sources in the order of an import: what is used stands before its users. */
public final class KibanaObjects {

    private final KibanaSources sources;

    private KibanaObjects(KibanaSources sources) {
        this.sources = sources;
    }

    /**
     * The import file: one object a line, the same bytes for the same sources.
     *
     * @throws IllegalArgumentException if an object uses one that no source file makes
     */
    public static String ndjson(KibanaSources sources) {
        return all(sources).stream()
                .map(object -> object.line() + "\n")
                .collect(Collectors.joining());
    }

    static List<SavedObject> all(KibanaSources sources) {
        List<SavedObject> objects = new KibanaObjects(sources).build();
        Set<String> known = new HashSet<>();
        for (SavedObject object : objects) {
            for (SavedObject.Reference use : object.references()) {
                if (!known.contains(use.type() + " " + use.id())) {
                    throw new IllegalArgumentException(
                            object.id() + ": uses what no file makes (got " + use.id() + ")");
                }
            }
            known.add(object.type() + " " + object.id());
        }
        return objects;
    }

    private List<SavedObject> build() {
        List<SavedObject> objects = new ArrayList<>();
        sources.dataViews().forEach(view -> objects.add(view.object(sources.formats())));
        sources.panels().forEach(p -> objects.add(PanelState.object(p, sources.palette())));
        sources.charts().forEach(chart -> objects.add(chart.object()));
        sources.notes().forEach(note -> objects.add(note.object()));
        sources.searches().forEach(search -> objects.add(search.object()));
        Map<String, String> titles = titles();
        sources.dashboards().forEach(dashboard -> objects.add(dashboard.object(titles)));
        return List.copyOf(objects);
    }

    private Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        sources.panels().forEach(p -> titles.put("panel-" + p.name(), p.text().title()));
        sources.charts().forEach(c -> titles.put(c.objectName(), c.text().title()));
        sources.notes().forEach(n -> titles.put(n.name(), n.title()));
        sources.searches().forEach(s -> titles.put("search-" + s.name(), s.text().title()));
        return titles;
    }
}
