package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Paths of Rails and Rack applications, each with the template that a person would write. */
class EndpointTableTest {

    private static final String ARROW = " -> ";
    private static final EndpointTemplate TEMPLATE = EndpointTemplate.of(List.of());

    @Test
    void namesTheEndpointThatAPersonWould() throws IOException {
        List<String> rows = rows();
        List<String> told = new ArrayList<>();
        for (String row : rows) {
            String path = row.substring(0, row.indexOf(ARROW));
            told.add(path + ARROW + TEMPLATE.of("GET", path).substring("GET ".length()));
        }

        assertThat(rows).hasSizeGreaterThan(150);
        assertThat(String.join("\n", told)).isEqualTo(String.join("\n", rows));
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = EndpointTableTest.class.getResourceAsStream("/endpoints.txt")) {
            byte[] bytes = Objects.requireNonNull(in, "endpoints.txt").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
