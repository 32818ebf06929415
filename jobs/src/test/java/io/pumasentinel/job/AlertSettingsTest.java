package io.pumasentinel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertSettingsTest {
    private final AlertSettings settings =
            new AlertSettings(60_000, 10, 5_000, 0, 2, List.of("client-flood"));

    @Test
    void findingsOfDisabledRulesAndBeforeTheStartDoNotAlert() {
        assertThat(settings.admits(finding("brute-force", 5_000))).isTrue();
        assertThat(settings.admits(finding("brute-force", 4_999))).isFalse();
        assertThat(settings.admits(finding("client-flood", 5_000))).isFalse();
    }

    @Test
    void incidentsThatNeverEndAndAlertsWithoutEvidenceAreRefused() {
        assertThatThrownBy(() -> new AlertSettings(0, 10, 0, 0, 2, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0 ms, 10");
        assertThatThrownBy(() -> new AlertSettings(1, 0, 0, 0, 2, List.of()))
                .hasMessageContaining("got 1 ms, 0");
    }

    private static Finding finding(String rule, long millis) {
        return new Finding(
                rule,
                "shop",
                "",
                "",
                new Entity(EntityType.SERVICE, "shop"),
                millis,
                millis,
                1,
                Position.ofRecord("t", 0, 0),
                null,
                "",
                List.of(),
                null,
                List.of(),
                true,
                false,
                false);
    }
}
