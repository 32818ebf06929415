package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    @Test
    void docsConfigurationIsWhatTheCodeSays() throws Exception {
        Path file = Repository.file("docs/configuration.md");
        String current = ConfigurationReference.markdown();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, current);
        }

        assertThat(Files.readString(file))
                .as("docs/configuration.md; -Dgolden.rewrite=true rewrites it")
                .isEqualTo(current);
    }
}
