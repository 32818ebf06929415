package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a person is told, and what a script sees, where a call is wrong. */
class CommandLineTest {
    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @TestFactory
    List<DynamicTest> helpsWithEveryCommand() {
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> command : commands(PumaSentinel.commandLine(), List.of())) {
            String name = ("puma-sentinel " + String.join(" ", command)).strip();
            tests.add(DynamicTest.dynamicTest(name, () -> helps(command, name)));
        }
        return tests;
    }

    @Test
    void offersTheCommandsOfTheContract() {
        assertThat(commands(PumaSentinel.commandLine(), List.of()))
                .extracting(command -> String.join(" ", command))
                .containsExactlyInAnyOrder(
                        "",
                        "demo",
                        "analyze",
                        "backtest",
                        "run",
                        "setup",
                        "ack",
                        "check",
                        "report",
                        "score",
                        "rules",
                        "rules list",
                        "rules test",
                        "rules explain",
                        "endpoints",
                        "endpoints propose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rules", "endpoints"})
    void asksForACommandWhereThereIsNone(String command) {
        CommandRun run = CommandRun.of(command.isEmpty() ? List.of() : List.of(command));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("A command is missing.");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fly", "--fly", "rules fly", "analyze", "analyze --fly", "run", "setup"})
    void refusesWhatIsNoCommandOrOption(String line) {
        CommandRun run = CommandRun.of(line.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        refuses("no such file (got " + folder + "/no.log)", "analyze", folder + "/no.log");
    }

    @Test
    void refusesAStatsFileThatIsNotThere() throws IOException {
        String log = write("access.log", "");
        refuses("no such file (got no.ndjson)", "analyze", log, "--stats", "no.ndjson");
    }

    @Test
    void refusesAFolderAsAFile() {
        refuses("not a readable file (got " + folder + ")", "analyze", folder.toString());
    }

    @Test
    void refusesAFileThatIsNamedTwice() throws IOException {
        String log = write("access.log", "");
        String again = folder.resolve("..").resolve(folder.getFileName()) + "/access.log";
        String sentence = "a file is named twice (got %s); each file once";
        refuses(String.format(sentence, log), "analyze", log, log);
        refuses(String.format(sentence, again), "analyze", log, again);
        refuses(String.format(sentence, log), "analyze", log, "--stats", log);
    }

    @Test
    void refusesAFileAsTheFolderOfResults() throws IOException {
        String log = write("access.log", "");
        refuses("--out: not a folder (got " + log + ")", "analyze", log, "--out", log);
    }

    @Test
    void refusesARuleFolderThatIsNotThere() throws IOException {
        String log = write("access.log", "");
        String sentence = "--rules: no such folder (got no)";
        refuses(sentence, "analyze", log, "--rules", "no");
        refuses(sentence, "check", "--rules", "no");
        refuses(sentence, "rules", "list", "--rules", "no");
        refuses("no such folder (got no)", "rules", "test", "no");
    }

    @Test
    void refusesAConfigurationThatIsNotThere() throws IOException {
        String log = write("access.log", "");
        String sentence = "the configuration file cannot be read (got no)";
        refuses(sentence, "analyze", log, "--config", "no");
        refuses(sentence, "check", "--config", "no");
        refuses(sentence, "run", "--config", "no");
        refuses(sentence, "setup", "--config", "no");
    }

    @Test
    void refusesToSetUpNowhere() throws IOException {
        String config = write("f.yaml", "elasticsearch: {}\n");
        CommandRun run = CommandRun.of("setup", "--config", config);
        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err())
                .isEqualTo(
                        "puma-sentinel: "
                                + config
                                + ": elasticsearch.urls: none (got []); give at least one URL\n");
    }

    @Test
    void checksFilesThoughTheirClusterDoesNotAnswer() throws IOException {
        String config =
                write(
                        "f.yaml",
                        """
                        kafka: {bootstrap-servers: ['127.0.0.1:1'], sources: [{topic: t}]}
                        elasticsearch: {urls: ['http://127.0.0.1:1']}
                        """);

        CommandRun lenient = CommandRun.of("check", "--config", config);
        assertThat(lenient.exitCode()).isZero();
        assertThat(lenient.out()).matches("no problems; \\d+ rules\n");
        assertThat(lenient.err()).startsWith("drift not checked: Elasticsearch is not ready (got ");

        CommandRun offline = CommandRun.of("check", "--config", config, "--offline");
        assertThat(offline.exitCode()).isZero();
        assertThat(offline.err()).isEmpty();

        assertThat(CommandRun.of("check", "--config", config, "--cluster").exitCode()).isEqualTo(1);
        assertThat(CommandRun.of("check", "--config", config, "--cluster", "--offline").exitCode())
                .isEqualTo(2);
        refuses("--cluster: no cluster to ask (got no --config)", "check", "--cluster");
    }

    @Test
    void tellsAFailureOfFilesInOneSentence() throws IOException {
        String log = write("access.log", "");
        CommandRun run = CommandRun.of("analyze", log, "--out", log + "/results");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("puma-sentinel: ").contains(log).doesNotContain("\tat ");
    }

    @Test
    void saysWhereAConfigurationIsWrong() throws IOException {
        String log = write("access.log", "");
        String config = write("f.yaml", "servce:\n  name: x\nwatermarks:\n  bound: fast\n");
        CommandRun run = CommandRun.of("analyze", log, "--config", config);
        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(config + ":1:1: servce: unknown key (got "))
                .anyMatch(line -> line.startsWith(config + ":4:10: watermarks.bound: not a dur"));
    }

    @Test
    void saysWhereARuleIsWrong() throws IOException {
        String log = write("access.log", "");
        String rule = write("rules/x.yml", "title: x\nname: Bad Name\n");
        String rules = folder.resolve("rules").toString();
        for (List<String> command :
                List.of(
                        List.of("analyze", log, "--rules", rules),
                        List.of("rules", "list", "--rules", rules),
                        List.of("rules", "test", rules))) {
            CommandRun run = CommandRun.of(command);
            assertThat(run.exitCode()).as(command.toString()).isEqualTo(78);
            assertThat(run.err()).contains(rule + ":2:7: name: not understood (got Bad Name)");
        }
    }

    @Test
    void checksConfigurationAndRulesAtOnce() throws IOException {
        String config = write("f.yaml", "kafka:\n  group-id: [x]\nelasticsearch: {}\n");
        write("rules/x.yml", "title: x\nname: Bad Name\n");
        CommandRun run = CommandRun.of("check", "--config", config, "--rules", folder + "/rules");
        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err())
                .contains(config + ":2:13: kafka.group-id: ")
                .contains("elasticsearch.urls: missing")
                .contains("x.yml:2:7: name: ");
        assertThat(run.err().lines())
                .allMatch(line -> line.matches(".+:\\d+:\\d+: [^:]+: .+ \\(got .+\\); .+"));
    }

    @Test
    void warnsOfASecretThatEverybodyMayReadButDoesNotRefuseIt() throws IOException {
        Path key = Path.of(write("key", "a2V5"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        String config =
                write(
                        "f.yaml",
                        "kafka: {bootstrap-servers: ['k:1'], sources: [{topic: t}]}\n"
                                + "elasticsearch: {urls: ['https://es'], api-key: '${file:"
                                + key
                                + "}'}\n");

        CommandRun run = CommandRun.of("check", "--config", config, "--offline");

        assertThat(run.err())
                .startsWith("warning: secret file " + key + ": every user of this machine may read")
                .doesNotContain("a2V5")
                .hasLineCount(1);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void warnsOfAPresetThatNeverTellsAnAcceptedSignIn() throws IOException {
        String config =
                write(
                        "f.yaml",
                        """
                        kafka: {bootstrap-servers: ['k:1'], sources: [{topic: t}]}
                        elasticsearch: {urls: ['https://es']}
                        ingest: {auth-preset: rails}
                        """);

        CommandRun run = CommandRun.of("check", "--config", config, "--offline");

        assertThat(run.err())
                .startsWith("warning: " + config + ": ingest.auth-preset: the preset rails never")
                .hasLineCount(1);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void findsNothingWrongWithTheDefaults() {
        CommandRun run = CommandRun.of("check");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("no problems; \\d+ rules\n");
    }

    @Test
    void refusesDashboardsWithoutTheClusterThatTheyShow() {
        refuses(
                "--kibana: dashboards over nothing (got no --elasticsearch); give the address of"
                        + " the cluster that this Kibana shows, too",
                "demo",
                "--kibana",
                "http://localhost:5601");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elastic:hunter2@es:9200", "ftp://a:hunter2@es", "x@hunter2"})
    void refusesCredentialsInAnAddressWithoutRepeatingThem(String url) {
        CommandRun cluster = CommandRun.of("demo", "--elasticsearch", url);
        CommandRun kibana = CommandRun.of("demo", "--elasticsearch", "http://es", "--kibana", url);

        assertThat(cluster.exitCode()).isEqualTo(2);
        assertThat(cluster.err())
                .startsWith("puma-sentinel: --elasticsearch: credentials in the URL (got ")
                .contains("environment variables")
                .doesNotContain("hunter2");
        assertThat(kibana.exitCode()).isEqualTo(2);
        assertThat(kibana.err())
                .startsWith("puma-sentinel: --kibana: credentials in the URL (got ")
                .doesNotContain("hunter2");
    }

    @Test
    void saysAtOnceThatNoClusterAnswers() {
        CommandRun run = CommandRun.of("demo", "--elasticsearch", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("puma-sentinel: Elasticsearch at http://127.0.0.1:1: ")
                .doesNotContain("\tat ", "starting Kafka");
    }

    private static void refuses(String sentence, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEqualTo("puma-sentinel: " + sentence + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private static void helps(List<String> command, String name) {
        List<String> arguments = new ArrayList<>(command);
        arguments.add("--help");
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: " + name);
    }

    private static List<List<String>> commands(CommandLine command, List<String> path) {
        List<List<String>> all = new ArrayList<>();
        all.add(path);
        command.getSubcommands()
                .forEach(
                        (name, below) -> {
                            List<String> next = new ArrayList<>(path);
                            next.add(name);
                            all.addAll(commands(below, next));
                        });
        return all;
    }

    private String write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        return Files.writeString(path, text).toString();
    }
}
