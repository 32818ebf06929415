package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ElasticsearchConnectionTest {

    @Test
    void carriesNoSecretWhenSerialised(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "open sesame\n");
        Credentials credentials =
                Credentials.basic("elastic", Secret.fromFile(password.toString()));
        ElasticsearchConnection connection =
                ElasticsearchConnection.to("http://localhost:9200").as(credentials);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(connection);
        }

        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("sesame");
        assertThat(connection.toString()).doesNotContain("sesame");
        assertThat(credentials.authorization()).hasValue("Basic ZWxhc3RpYzpvcGVuIHNlc2FtZQ==");
    }

    @Test
    void presentsAnApiKeyAsItIs(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "a2V5\n");

        assertThat(Credentials.apiKey(Secret.fromFile(key.toString())).authorization())
                .hasValue("ApiKey a2V5");
        assertThat(Credentials.none().authorization()).isEmpty();
    }

    @Test
    void tellsWhichSecretIsMissing(@TempDir Path folder) {
        Path absent = folder.resolve("absent");

        assertThatThrownBy(
                        () ->
                                Credentials.apiKey(Secret.fromFile(absent.toString()))
                                        .authorization())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("got file " + absent);
        assertThatThrownBy(
                        () -> Credentials.apiKey(Secret.fromEnvironment("NO_SUCH")).authorization())
                .hasMessageContaining("got environment NO_SUCH");
    }

    @Test
    void refusesWhatIsNoUrlAndPasswordsInUrls() {
        assertThatThrownBy(() -> ElasticsearchConnection.to("localhost:9200"))
                .hasMessage(
                        "hosts: no URL (got localhost:9200); allowed: http://HOST:PORT or"
                                + " https://HOST:PORT");
        assertThatThrownBy(() -> ElasticsearchConnection.to("http://me:secret@es:9200"))
                .hasMessageNotContaining("secret@")
                .hasMessageContaining("user and password in the URL");
        assertThatThrownBy(ElasticsearchConnection::to).hasMessageContaining("hosts: none");
    }

    @Test
    void saysThatACaFileHoldsNoCertificate(@TempDir Path folder) throws Exception {
        Path empty = Files.createFile(folder.resolve("ca.pem"));

        assertThatThrownBy(
                        () ->
                                ElasticsearchConnection.to("https://es")
                                        .trusting(empty.toString())
                                        .open(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CA file");
    }
}
