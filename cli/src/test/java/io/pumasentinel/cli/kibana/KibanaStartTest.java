package io.pumasentinel.cli.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.cli.kibana.FakeKibana.Scripted;
import io.pumasentinel.elasticsearch.Credentials;
import io.pumasentinel.elasticsearch.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens before the first object is sent. */
class KibanaStartTest {

    @Test
    void waitsForAKibanaThatIsStarting() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            Scripted starting = new Scripted(503, "Kibana server is not ready yet");
            Scripted migrating =
                    new Scripted(503, "{\"status\":{\"overall\":{\"level\":\"unavailable\"}}}");
            kibana.next(starting, migrating);

            assertThat(setup(kibana).connection().equals(to(kibana))).isTrue();
            assertThat(kibana.requests().stream().filter(one -> one.contains("status"))).hasSize(3);
        }
    }

    @Test
    void givesUpOnAKibanaThatDoesNotGetReady() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("7.10.2")) {
            kibana.level("red"); // 7.10 answers 200 even so

            assertThatThrownBy(() -> KibanaSetup.to(to(kibana), Duration.ofSeconds(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Kibana is not ready (got red from " + kibana.url() + " for 1 s)");
        }
    }

    @Test
    void givesUpWhereNobodyAnswers() throws Exception {
        String gone;
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            gone = kibana.url();
        }
        assertThatThrownBy(() -> KibanaSetup.to(KibanaConnection.to(gone), Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Kibana is not ready (got ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.8.23", "7.9.3"})
    void refusesWhatIsTooOld(String version) throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion(version)) {
            kibana.level("green");
            assertThatThrownBy(() -> setup(kibana))
                    .hasMessage(
                            "Kibana is too old (got " + version + "); 7.10 to 8.x are supported");
        }
    }

    @Test
    void warnsOfWhatIsNewer() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("9.1.0")) {
            assertThat(setup(kibana).install(new byte[0]).shortcomings())
                    .singleElement()
                    .asString()
                    .startsWith("Kibana 9.1.0 is newer than this release knows");
        }
    }

    @Test
    void refusesAKibanaThatHidesItsVersionFromStrangers() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            kibana.next(new Scripted(200, "{\"status\":{\"overall\":{\"level\":\"available\"}}}"));
            assertThatThrownBy(() -> setup(kibana))
                    .hasMessageContaining("tells no version")
                    .hasMessageContaining("credentials if it has security");
        }
    }

    @Test
    void refusesAWrongSecretAndAnAbsentOneWithoutWaiting(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "wrong\n");
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            kibana.letIn("ApiKey right");
            Credentials wrong = Credentials.apiKey(Secret.fromFile(key.toString()));
            Credentials absent = Credentials.apiKey(Secret.fromFile(folder + "/none"));

            assertThatThrownBy(() -> KibanaSetup.to(to(kibana).as(wrong), Duration.ofDays(1)))
                    .hasMessageContaining("got 401");
            assertThatThrownBy(() -> KibanaSetup.to(to(kibana).as(absent), Duration.ofDays(1)))
                    .hasMessageContaining("secret: nothing found");
            assertThat(kibana.requests()).hasSize(1);
        }
    }

    private static KibanaSetup setup(FakeKibana kibana) throws Exception {
        return KibanaSetup.to(to(kibana), Duration.ofSeconds(10));
    }

    private static KibanaConnection to(FakeKibana kibana) {
        return KibanaConnection.to(kibana.url());
    }
}
