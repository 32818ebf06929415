package io.pumasentinel.baseline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Closes the windows of a captured access log one after the other and keeps every score.
 *
 * <p>The capture is a gzipped table {@code second,endpoint,status,bytes,duration_100us}: seconds as
 * difference to the row before, an endpoint spelled out as {@code number=template} where it first
 * occurs and by its number afterwards, bytes empty if unknown.
 */
final class CaptureWindows {

    /** One score with where and when it arose. */
    record Scored(String endpoint, long startMillis, WindowScore score) {}

    /** One request's score; 0 where no warm baseline applied. */
    record ScoredRequest(String endpoint, long timestampMillis, long nanos, double score) {}

    final List<ScoredRequest> requests = new ArrayList<>();
    final Map<String, EndpointModel> models = new TreeMap<>();
    final List<Scored> scores = new ArrayList<>();

    private final BaselineSettings settings;
    private final Map<String, RequestBaselineRing> rings = new HashMap<>();
    private final Map<String, WindowCounts> open = new TreeMap<>();
    private long openStart;

    private CaptureWindows(BaselineSettings settings) {
        this.settings = settings;
    }

    static CaptureWindows replay(String name, BaselineSettings settings) throws IOException {
        CaptureWindows windows = new CaptureWindows(settings);
        InputStream raw =
                Objects.requireNonNull(
                        CaptureWindows.class.getResourceAsStream("/captures/" + name + ".csv.gz"));
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(raw), StandardCharsets.US_ASCII))) {
            windows.read(lines);
        }
        return windows;
    }

    List<Scored> notable(double least) {
        return scores.stream()
                .filter(s -> s.score().notable() && s.score().score() >= least)
                .toList();
    }

    private void read(BufferedReader lines) throws IOException {
        Map<String, String> endpoints = new HashMap<>();
        long second = 0;
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(",", -1);
            second += Long.parseLong(cells[0]);
            int equals = cells[1].indexOf('=');
            if (equals > 0) {
                endpoints.put(cells[1].substring(0, equals), cells[1].substring(equals + 1));
                cells[1] = cells[1].substring(0, equals);
            }
            advance(second * 1_000 / settings.windowMillis() * settings.windowMillis());
            count(Objects.requireNonNull(endpoints.get(cells[1])), second * 1_000, cells);
        }
    }

    private void count(String endpoint, long timestampMillis, String[] cells) {
        long bytes = cells[3].isEmpty() ? -1 : Long.parseLong(cells[3]);
        long nanos = Long.parseLong(cells[4]) * 100_000;
        RequestBaselineRing ring = rings.computeIfAbsent(endpoint, e -> new RequestBaselineRing());
        RequestBaseline baseline = ring.at(timestampMillis);
        double score = baseline == null ? 0 : baseline.score(nanos);
        requests.add(new ScoredRequest(endpoint, timestampMillis, nanos, score));
        open.computeIfAbsent(endpoint, e -> emptyWindow())
                .add(Integer.parseInt(cells[2]), bytes, nanos);
    }

    private WindowCounts emptyWindow() {
        WindowCounts window = new WindowCounts();
        window.startMillis = openStart;
        return window;
    }

    private void advance(long start) {
        if (start <= openStart) {
            return;
        }
        open.forEach(this::close);
        open.clear();
        openStart = start;
    }

    private void close(String endpoint, WindowCounts window) {
        EndpointModel model = models.computeIfAbsent(endpoint, e -> new EndpointModel());
        model.close(window, settings).forEach(s -> scores.add(new Scored(endpoint, openStart, s)));
        Objects.requireNonNull(rings.get(endpoint)).push(model.requestBaseline(settings));
    }
}
