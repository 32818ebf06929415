package io.pumasentinel.cli.backtest;

import com.fasterxml.jackson.core.JacksonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a truth file: one episode a line, as JSON, plain or gzipped; blank lines are skipped. */
public final class TruthReader {
    private static final int GZIP_MAGIC = 0x1f8b;

    private final String file;
    private final List<TruthProblem> problems = new ArrayList<>();

    private TruthReader(String file) {
        this.file = file;
    }

    /**
     * All episodes, in the order of the file; at least one.
     *
     * @throws InvalidTruth with all problems of the file
     * @throws IOException if it cannot be read
     */
    public static List<Episode> read(Path path) throws IOException, InvalidTruth {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(plain(path), StandardCharsets.UTF_8))) {
            return new TruthReader(path.toString()).episodes(lines);
        }
    }

    private List<Episode> episodes(BufferedReader lines) throws IOException, InvalidTruth {
        List<Episode> episodes = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                episode(line, number).ifPresent(episodes::add);
            }
        }
        if (episodes.isEmpty() && problems.isEmpty()) {
            problems.add(
                    new TruthProblem(
                            file,
                            1,
                            1,
                            "file",
                            "no episode (got nothing); one JSON object a line"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidTruth(problems);
        }
        return List.copyOf(episodes);
    }

    private Optional<Episode> episode(String line, int number) throws IOException {
        TruthLine fields = new TruthLine(file, number, problems);
        try {
            fields.read(line);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            problems.add(
                    new TruthProblem(
                            file,
                            number,
                            column,
                            "line",
                            "not a JSON object (got " + start(line) + "); one episode a line"));
            return Optional.empty();
        }
        return fields.episode();
    }

    private static String start(String line) {
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }

    private static InputStream plain(Path path) throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(path), 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip =
                magic.length == 2 && ((magic[0] & 0xff) << 8 | (magic[1] & 0xff)) == GZIP_MAGIC;
        return gzip ? new GZIPInputStream(in) : in;
    }
}
