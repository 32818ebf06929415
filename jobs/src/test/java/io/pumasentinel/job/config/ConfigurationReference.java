package io.pumasentinel.job.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes {@code docs/configuration.md} from the options themselves. */
final class ConfigurationReference {

    private static final String HEAD =
            """
            # Configuration

            <!-- Generated from the code: mvn -pl jobs -am test -Dtest=ConfigurationReferenceTest \
            -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.rewrite=true -->

            One YAML file, given with `--config`. `puma-sentinel check --config F` reports all of its
            problems at once, each as `file:line:col: field: what is wrong (got …); what is allowed`.
            A commented example is [examples/sentinel.yaml](../examples/sentinel.yaml).

            An option that is left out has its default. Options marked *live* have none that would
            do for a run against Kafka and Elasticsearch; work on files does not need them.
            Durations are a whole number and a unit: `ms`, `s`, `m`, `h`, `d`.

            A secret is never written into the file but referred to, as `${env:NAME}` or
            `${file:/absolute/path}`. It is read where it is used, by the process that uses it: on a
            cluster every TaskManager must have it. The submitted job holds the reference only.
            """;

    private final List<String> lines = new ArrayList<>();

    private ConfigurationReference() {}

    static String markdown() {
        ConfigurationReference reference = new ConfigurationReference();
        reference.section("", Schema.ROOT);
        return HEAD + String.join("\n", reference.lines) + "\n";
    }

    private void section(String path, Block<?> block) {
        List<Option<?>> inner =
                block.options().stream().filter(o -> innerBlock(o) != null).toList();
        List<Option<?>> values = block.options().stream().filter(o -> !isBlock(o)).toList();
        if (!values.isEmpty()) {
            lines.add("");
            lines.add("| option | accepts | default | meaning |");
            lines.add("|---|---|---|---|");
            values.forEach(option -> lines.add(row(option)));
        }
        for (Option<?> option : inner) {
            String name = path + option.name() + (isBlock(option) ? "" : "[]");
            lines.add("");
            lines.add("## `" + name + "`");
            lines.add("");
            lines.add(option.about());
            section(name + ".", Objects.requireNonNull(innerBlock(option)));
        }
    }

    private static boolean isBlock(Option<?> option) {
        return option.type() instanceof Block<?>;
    }

    private static @Nullable Block<?> innerBlock(Option<?> option) {
        if (option.type() instanceof Block<?> block) {
            return block;
        }
        return option.type() instanceof ListOf<?> list && list.item() instanceof Block<?> block
                ? block
                : null;
    }

    private static String row(Option<?> option) {
        return "| `"
                + option.name()
                + "` | "
                + option.type().allowed().replace("|", "\\|")
                + " | "
                + fallback(option)
                + " | "
                + option.about()
                + " |";
    }

    private static <T> String fallback(Option<T> option) {
        return switch (option.need()) {
            case LIVE -> "*live*";
            case ALWAYS -> "required";
            case NEVER -> {
                T value = option.fallback();
                yield value == null ? "–" : "`" + option.type().print(value) + "`";
            }
        };
    }
}
