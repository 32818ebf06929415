package io.pumasentinel.cli;

import io.pumasentinel.job.RuleSources;
import io.pumasentinel.job.config.ConfigReader;
import io.pumasentinel.job.config.InvalidConfig;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a command was configured with, and refuses what is wrong before anything starts. */
final class Configured {
    private Configured() {}

    /** The file's configuration without its secrets; the defaults if there is none. */
    static SentinelConfig read(@Nullable Path file) throws InvalidConfig, Refusal {
        if (file == null) {
            return SentinelConfig.defaults();
        }
        return ConfigReader.readText(existing(file, "configuration"));
    }

    /** The configuration of a job that reads Kafka and writes Elasticsearch. */
    static SentinelConfig live(Path file) throws InvalidConfig, Refusal {
        return ConfigReader.readLive(existing(file, "configuration"));
    }

    /** The configuration of a command that talks to Elasticsearch, whatever else it says. */
    static SentinelConfig cluster(Path file) throws InvalidConfig, Refusal {
        SentinelConfig config = ConfigReader.read(existing(file, "configuration"));
        if (config.elasticsearch().urls().isEmpty()) {
            throw Refusal.configuration(
                    file + ": elasticsearch.urls: none (got []); give at least one URL");
        }
        return config;
    }

    /**
     * The rules that the configuration and {@code --rules} name, checked; what of them can have no
     * effect is told to {@code err}.
     */
    static List<RuleSource> rules(SentinelConfig config, @Nullable Path folder, PrintWriter err)
            throws InvalidRules, IOException, Refusal {
        List<RuleSource> sources = sources(config, folder);
        RuleWarnings.print(RuleLoader.load(sources), err);
        return sources;
    }

    /** The same rules, compiled. */
    static RuleSet ruleSet(SentinelConfig config, @Nullable Path folder)
            throws InvalidRules, IOException, Refusal {
        return RuleLoader.load(sources(config, folder));
    }

    private static List<RuleSource> sources(SentinelConfig config, @Nullable Path folder)
            throws IOException, Refusal {
        if (folder != null && !Files.isDirectory(folder)) {
            throw Refusal.usage("--rules: no such folder (got " + folder + ")");
        }
        return RuleSources.of(config.rules(), folder);
    }

    private static Path existing(Path file, String what) throws Refusal {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.usage("the " + what + " file cannot be read (got " + file + ")");
        }
        return file;
    }
}
