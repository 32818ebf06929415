package io.pumasentinel.cli;

import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.source.FileInput;
import io.pumasentinel.job.source.LineFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of one analysis and whose lines they hold.
 *
 * @param files in the order given, the stats file last
 * @param sizeBytes their size on disk; -1 if standard input is among them
 */
record AnalysisInput(List<FileInput> files, long sizeBytes) {
    private static final String STANDARD_INPUT = "-";
    private static final String UNKNOWN = "default";

    static AnalysisInput of(
            List<String> paths, @Nullable Path stats, SentinelConfig config, LineFormat format)
            throws IOException, Refusal {
        List<String> all = new ArrayList<>(paths);
        if (stats != null) {
            all.add(stats.toString());
        }
        Set<String> seen = new HashSet<>();
        long size = 0;
        for (String path : all) {
            long bytes = path.equals(STANDARD_INPUT) ? -1 : size(path);
            if (!seen.add(identity(path))) {
                throw Refusal.usage("a file is named twice (got " + path + "); each file once");
            }
            size = bytes < 0 || size < 0 ? -1 : size + bytes;
        }
        ServiceAndHost owner = owner(stats, config);
        List<FileInput> files = new ArrayList<>();
        for (String path : all) {
            LineFormat lines = path.equals(String.valueOf(stats)) ? LineFormat.JSON : format;
            files.add(new FileInput(path, owner.service(), owner.host(), lines));
        }
        return new AnalysisInput(List.copyOf(files), size);
    }

    /** The same for all names of one file: read twice, its requests would count twice. */
    private static String identity(String path) throws IOException {
        return path.equals(STANDARD_INPUT) ? path : Path.of(path).toRealPath().toString();
    }

    private static long size(String path) throws IOException, Refusal {
        Path file = Path.of(path);
        if (!Files.exists(file)) {
            throw Refusal.usage("no such file (got " + path + ")");
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw Refusal.usage("not a readable file (got " + path + ")");
        }
        return Files.size(file);
    }

    private static ServiceAndHost owner(@Nullable Path stats, SentinelConfig config)
            throws IOException {
        ServiceAndHost known =
                stats == null
                        ? new ServiceAndHost(UNKNOWN, UNKNOWN)
                        : ServiceAndHost.singleOf(stats)
                                .orElse(new ServiceAndHost(UNKNOWN, UNKNOWN));
        String service = config.service().name();
        String host = config.service().host();
        return new ServiceAndHost(
                service == null ? known.service() : service, host == null ? known.host() : host);
    }
}
