package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who cannot be told whether sign-ins were accepted is told so on standard error. */
class SignInWarningIT {
    private static final int SIGN_INS = 120;
    private static final String LIVE =
            """
            service: {name: shop, host: web-1}
            kafka: {bootstrap-servers: ["127.0.0.1:9092"], sources: [{topic: lines}]}
            elasticsearch: {urls: ["http://127.0.0.1:9200"]}
            """;

    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void analyzeWarnsOfAPresetThatNeverDecides() throws IOException {
        assertThat(analyze("rails", 302).err())
                .contains(
                        "warning: ingest.auth-preset: of 120 sign-ins not one was told to be"
                                + " accepted or refused");
    }

    @Test
    void analyzeWarnsOfRedirectsThatAreAllTakenForAccepted() throws IOException {
        assertThat(analyze("status", 302).err())
                .contains(
                        "warning: ingest.auth-preset: 120 sign-ins were told to be accepted and"
                                + " not one to be refused")
                .contains("set the preset to rails");
    }

    @Test
    void analyzeIsSilentWhereRefusalsAreSeen() throws IOException {
        assertThat(analyze("status", 401).err()).isEmpty();
    }

    @Test
    void checkWarnsOfAPresetThatNeverDecides() throws IOException {
        CommandRun check =
                CommandRun.of("check", "--offline", "--config", config(LIVE, "rails").toString());

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.err())
                .contains("warning: ")
                .contains("ingest.auth-preset: the preset rails never tells an accepted sign-in");
        assertThat(
                        CommandRun.of("check", "--offline", "--config", config(LIVE, "devise") + "")
                                .err())
                .isEmpty();
    }

    @Test
    void checkRefusesAKeyThatIsTooShort() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "hunter2");
        Path file =
                Files.writeString(
                        folder.resolve("short.yaml"),
                        "ingest:\n  redaction:\n    mode: token\n    key: ${file:" + key + "}\n");
        for (List<String> call :
                List.of(
                        List.of("check", "--offline", "--config", file.toString()),
                        List.of(
                                "analyze",
                                "--config",
                                file.toString(),
                                lines(1, 401).toString()))) {
            CommandRun run = CommandRun.of(call);

            assertThat(run.exitCode()).as(run.err()).isEqualTo(PumaSentinel.BAD_CONFIGURATION);
            assertThat(run.err())
                    .contains(
                            file
                                    + ":4:10: ingest.redaction.key: too short (got 7 characters);"
                                    + " at least 32 of them")
                    .doesNotContain("hunter2");
        }
    }

    private CommandRun analyze(String preset, int status) throws IOException {
        CommandRun run =
                CommandRun.of(
                        "analyze",
                        "--quiet",
                        "--config",
                        config("", preset).toString(),
                        lines(SIGN_INS, status).toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private Path config(String rest, String preset) throws IOException {
        return Files.writeString(
                folder.resolve(preset + ".yaml"), rest + "ingest: {auth-preset: " + preset + "}\n");
    }

    private Path lines(int count, int status) throws IOException {
        List<String> lines =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        String.format(
                                                Locale.ROOT,
                                                "203.0.113.%d - - [21/Nov/2026:19:%02d:%02d +0000]"
                                                        + " \"POST /login HTTP/1.1\" %d - 0.0352",
                                                1 + i,
                                                34 + i / 60,
                                                i % 60,
                                                status))
                        .toList();
        return Files.write(folder.resolve("puma.log"), lines);
    }
}
