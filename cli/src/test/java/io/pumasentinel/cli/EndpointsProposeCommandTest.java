package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsProposeCommandTest {

    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void proposesWhatTheConfigurationThenTakes() throws IOException {
        StringBuilder log = new StringBuilder();
        for (char a = 'a'; a <= 'j'; a++) {
            for (char b = 'a'; b <= 'j'; b++) {
                line(log, "/authors/" + a + b + "erson");
            }
            for (int i = 0; i < 5; i++) {
                line(log, "/authors/new");
            }
        }
        String file = write("access.log", log.toString());

        CommandRun run = CommandRun.of("endpoints", "propose", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                        # 150 requests answered 200 to 399, 101 endpoints.
                        ingest:
                          endpoint-patterns:
                            # 50 requests; a frequent name where values stand
                            # such as /authors/new
                            - '/authors/new'
                            # 100 requests; 100 different texts, most of them rare
                            # such as /authors/aaerson, /authors/aberson, /authors/acerson
                            - '/authors/{author}'
                        """);
        String config = write("sentinel.yaml", run.out());
        assertThat(CommandRun.of("endpoints", "propose", file, "--config", config).out())
                .isEqualTo(
                        """
                        # 150 requests answered 200 to 399, 2 endpoints.
                        # Nothing to propose.
                        """);
    }

    @Test
    void hasNothingToProposeForTheCaptures() {
        for (CaptureFiles capture : CaptureFiles.all()) {
            CommandRun run = CommandRun.of("endpoints", "propose", capture.access().toString());

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .matches(
                            """
                            # [\\d,]+ requests answered 200 to 399, \\d\\d endpoints\\.
                            # Nothing to propose\\.
                            """);
        }
    }

    @Test
    void refusesAFileThatIsNotThereAndALimitOfNothing() {
        assertThat(CommandRun.of("endpoints", "propose", "no").err())
                .contains("no such file (got no)");
        CommandRun none = CommandRun.of("endpoints", "propose", "no", "--limit", "0");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("--limit: too small (got 0); 1 or more");
    }

    private static void line(StringBuilder log, String path) {
        log.append("203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET ")
                .append(path)
                .append(" HTTP/1.1\" 200 15 0.0188\n");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
