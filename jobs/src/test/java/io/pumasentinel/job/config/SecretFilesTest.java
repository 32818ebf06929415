package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void warnsOfEveryFileThatEverybodyMayRead() throws Exception {
        Path password = secret("password", "rw-r--r--");
        Path keystore = secret("keystore", "rw----r--");
        SentinelConfig config =
                Configs.read(
                        "elasticsearch: {username: a, password: '${file:" + password + "}'}",
                        "kafka:",
                        "  properties:",
                        "    ssl.key.password: '${env:SECRET}'",
                        "    sasl.jaas.config: 'X required username=\"${file:"
                                + secret("user", "rw-------")
                                + "}\" password=\"${file:"
                                + keystore
                                + "}\";'");

        assertThat(SecretFiles.warnings(config))
                .containsExactly(
                        "secret file "
                                + keystore
                                + ": every user of this machine may read it (got rw----r--); let"
                                + " its owner alone, as chmod 600 does",
                        "secret file "
                                + password
                                + ": every user of this machine may read it (got rw-r--r--); let"
                                + " its owner alone, as chmod 600 does")
                .noneMatch(warning -> warning.contains("hunter2"));
    }

    @Test
    void isSilentAboutFilesOfTheirOwnerAndAbsentOnes() throws Exception {
        Path key = secret("key", "rw-r-----");
        SentinelConfig closed = Configs.read("elasticsearch: {api-key: '${file:" + key + "}'}");
        assertThat(SecretFiles.warnings(closed)).isEmpty();

        Files.delete(key);
        assertThat(SecretFiles.warnings(closed)).isEmpty();
        assertThat(SecretFiles.warnings(SentinelConfig.defaults())).isEmpty();
    }

    private Path secret(String name, String permissions) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "hunter2");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
