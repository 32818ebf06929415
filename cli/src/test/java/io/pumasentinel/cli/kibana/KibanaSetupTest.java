package io.pumasentinel.cli.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.cli.kibana.FakeKibana.Scripted;
import io.pumasentinel.elasticsearch.Credentials;
import io.pumasentinel.elasticsearch.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KibanaSetupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String IMPORT = "/api/saved_objects/_import?overwrite=true";
    private static final String TWO =
            object("index-pattern", "access", "logs-puma.access-*", "")
                    + object("dashboard", "overview", "Überblick", "\"index-pattern\"|\"access\"")
                    + "{\"exportedCount\":2,\"missingRefCount\":0,\"missingReferences\":[]}\n";

    @ParameterizedTest
    @CsvSource({"7.10.2,green", "7.17.29,yellow", "8.19.21,available", "8.0.0,degraded"})
    void installsEverythingOnceAndOverwritesItTheSecondTime(String version, String level)
            throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion(version)) {
            kibana.level(level);

            KibanaReport first = setup(kibana).install(bytes(TWO));
            KibanaReport second = setup(kibana).install(bytes(TWO));

            assertThat(first.lines()).containsExactly("2 saved objects installed");
            assertThat(second.lines())
                    .containsExactly("2 saved objects overwritten, already there");
            assertThat(second.isComplete()).isTrue();
            assertThat(second.dashboards())
                    .containsExactly(new SavedObject("dashboard", "overview", "Überblick"));
            assertThat(kibana.imported()).isEqualTo(TWO);
            assertThat(kibana.requests())
                    .containsExactly(
                            "GET /api/status",
                            "POST " + IMPORT,
                            "GET /api/status",
                            "POST " + IMPORT);
        }
    }

    @Test
    void reportsEveryObjectThatKibanaDoesNotTake() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("7.10.2")) {
            kibana.level("green");
            String bad =
                    TWO
                            + object("search", "s", "S", "\"index-pattern\"|\"gone\"")
                            + object("lens", "l", "L", "");

            KibanaReport report = setup(kibana).install(bytes(bad));

            assertThat(report.isComplete()).isFalse();
            assertThat(report.lines())
                    .containsExactly(
                            "2 saved objects installed",
                            "search s (S): not imported: what it refers to is missing (got"
                                    + " index-pattern gone)",
                            "lens l (L): not imported: this Kibana does not know its type, or does"
                                    + " not import it");
        }
    }

    /** Shapes of conflicts and of errors of Elasticsearch itself, as 8.19's source writes them. */
    @Test
    void readsConflictsAndUnknownErrors() throws Exception {
        String answer =
                "{\"successCount\":0,\"success\":false,\"warnings\":[],\"errors\":["
                    + "{\"id\":\"a\",\"type\":\"search\",\"meta\":{\"title\":\"A\"},\"error\":"
                    + "{\"type\":\"conflict\"}},"
                    + "{\"id\":\"b\",\"type\":\"search\",\"meta\":{},\"error\":{\"type\":"
                    + "\"ambiguous_conflict\",\"destinations\":[{\"id\":\"x\"},{\"id\":\"y\"}]}},"
                    + "{\"id\":\"c\",\"type\":\"search\",\"meta\":{},\"error\":{\"type\":\"unknown\",\"statusCode\":400,\"error\":\"Bad"
                    + " Request\",\"message\":\"Document is too new\"}}]}";
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            KibanaSetup setup = setup(kibana);
            kibana.next(new Scripted(200, answer));

            assertThat(setup.install(bytes(TWO)).failures())
                    .containsExactly(
                            "search a (A): not imported: another object is in its place and was not"
                                    + " overwritten",
                            "search b: not imported: several objects could be in its place (got x,"
                                    + " y); delete all but one",
                            "search c: not imported: unknown Document is too new");
        }
    }

    @Test
    void doesNotBelieveAnAnswerThatLeavesObjectsOut() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            KibanaSetup setup = setup(kibana);
            kibana.next(
                    new Scripted(200, "{\"successCount\":0,\"success\":true}"),
                    new Scripted(200, "<html>welcome</html>"));

            assertThat(setup.install(bytes(TWO)).failures())
                    .containsExactly("import: Kibana tells of 0 objects only (got 2 to import)");
            assertThatThrownBy(() -> setup.install(bytes(TWO)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not Kibana's answer (got 200 <html>welcome</html>)");
        }
    }

    @Test
    void removesItsOwnObjectsAndNoOthers() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("7.10.2")) {
            kibana.level("green");
            kibana.spaces().put("default", "dashboard", "somebody's", null);
            assertThat(setup(kibana).install(bytes(TWO)).isComplete()).isTrue();

            KibanaReport first = setup(kibana).remove(bytes(TWO));
            KibanaReport second = setup(kibana).remove(bytes(TWO));

            assertThat(first.lines()).containsExactly("2 saved objects removed");
            assertThat(second.lines()).containsExactly("no saved object was there");
            assertThat(kibana.spaces().objects("default")).containsExactly("dashboard/somebody's");
        }
    }

    @Test
    void reportsWhatMayNotBeRemoved() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            KibanaSetup setup = setup(kibana);
            kibana.next(FakeKibana.error(403, "Forbidden", "Unable to delete dashboard"));

            assertThat(setup.remove(bytes(TWO)).failures())
                    .containsExactly(
                            "dashboard overview (Überblick): not removed: Kibana refused (got 403"
                                    + " Unable to delete dashboard)");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401,Unauthorized,check Kibana's username with password",
        "403,Forbidden,privilege to manage saved objects",
        "413,Too large,raise savedObjects.maxImportPayloadBytes",
        "302,,give the address that it redirects to"
    })
    void saysWhatToDoAboutARefusal(int status, String message, String advice) throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            KibanaSetup setup = setup(kibana);
            kibana.next(FakeKibana.error(status, "error", message == null ? "" : message));

            assertThatThrownBy(() -> setup.install(bytes(TWO)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("import of " + bytes(TWO).length + " bytes: ")
                    .hasMessageContaining("(got " + status)
                    .hasMessageContaining(advice);
        }
    }

    @Test
    void tellsALimitOfKibana() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            kibana.takeAtMost(100);

            assertThatThrownBy(() -> setup(kibana).install(bytes(TWO)))
                    .hasMessageContaining("got 413 Payload content length greater than maximum");
        }
    }

    @Test
    void readsTheSecretAnewForEveryCall(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "old\n");
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            KibanaConnection as =
                    to(kibana).as(Credentials.apiKey(Secret.fromFile(key.toString())));
            kibana.letIn("ApiKey old");
            KibanaSetup setup = KibanaSetup.to(as, PATIENCE);

            kibana.letIn("ApiKey new");
            Files.writeString(key, "new\n");
            assertThat(setup.install(bytes(TWO)).isComplete()).isTrue();

            Files.writeString(key, "wrong\n");
            assertThatThrownBy(() -> setup.install(bytes(TWO)))
                    .hasMessageContaining("got 401")
                    .hasMessageNotContaining("wrong");
        }
    }

    private static KibanaSetup setup(FakeKibana kibana) throws Exception {
        return KibanaSetup.to(to(kibana), PATIENCE);
    }

    private static KibanaConnection to(FakeKibana kibana) {
        return KibanaConnection.to(kibana.url());
    }

    /** {@code reference}: type and identifier in quotes, a bar between them; empty for none. */
    private static String object(String type, String id, String title, String reference) {
        String references =
                reference.isEmpty()
                        ? ""
                        : "{\"name\":\"r\",\"type\":" + reference.replace("|", ",\"id\":") + "}";
        return "{\"type\":\"%s\",\"id\":\"%s\",\"attributes\":{\"title\":\"%s\"},\"references\":[%s]}\n"
                .formatted(type, id, title, references);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
