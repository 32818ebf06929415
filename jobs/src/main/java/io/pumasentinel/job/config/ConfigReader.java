package io.pumasentinel.job.config;

import io.pumasentinel.job.config.Reading.Depth;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a configuration file, or reports everything that is wrong with it at once.
 *
 * <p>Three depths: {@link #readText} looks at the file's text only; {@link #read} also requires
 * that every secret it refers to can be read in this process; {@link #readLive} also requires what
 * a run against Kafka and Elasticsearch needs. The result is the same record, and never holds a
 * secret's value.
 */
public final class ConfigReader {

    private ConfigReader() {}

    /**
     * The configuration of a file whose secrets can be read here.
     *
     * @throws InvalidConfig with every problem; also if the file cannot be read
     */
    public static SentinelConfig read(Path file) throws InvalidConfig {
        return read(file, Depth.SECRETS);
    }

    /** Like {@link #read(Path)}, and nothing is missing that a live run needs. */
    public static SentinelConfig readLive(Path file) throws InvalidConfig {
        return read(file, Depth.LIVE);
    }

    /** Like {@link #read(Path)}, but secrets need not be readable here: for work on files. */
    public static SentinelConfig readText(Path file) throws InvalidConfig {
        return read(file, Depth.TEXT);
    }

    /** Like {@link #read(Path)} for text that is at hand; {@code name} stands for the file. */
    static SentinelConfig read(String name, String text, Map<String, String> env)
            throws InvalidConfig {
        return read(text, new Reading(name, env, Depth.SECRETS));
    }

    static SentinelConfig read(String text, Reading reading) throws InvalidConfig {
        Field root = new Field(reading, "", Place.START);
        Node document = Document.compose(text, root);
        @Nullable SentinelConfig config = null;
        if (reading.problemCount() == 0) {
            config = document == null ? Schema.ROOT.absent(root) : Schema.ROOT.read(document, root);
        }
        if (config == null || reading.problemCount() > 0) {
            throw new InvalidConfig(reading.problems());
        }
        return config;
    }

    private static SentinelConfig read(Path file, Depth depth) throws InvalidConfig {
        Reading reading = new Reading(file.toString(), System.getenv(), depth);
        try {
            return read(Files.readString(file), reading);
        } catch (IOException unreadable) {
            reading.add(
                    Place.START,
                    "file",
                    "cannot be read (got " + reason(unreadable) + "); a YAML file in UTF-8");
            throw new InvalidConfig(List.copyOf(reading.problems()));
        }
    }

    private static String reason(IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "no such file";
        }
        return unreadable instanceof CharacterCodingException
                ? "bytes that are not UTF-8"
                : unreadable.getClass().getSimpleName();
    }
}
