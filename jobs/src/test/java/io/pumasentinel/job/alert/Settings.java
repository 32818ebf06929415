package io.pumasentinel.job.alert;

import io.pumasentinel.job.AlertSettings;
import java.util.List;

/** Settings that differ only in what a test is about. */
final class Settings {
    private Settings() {}

    static AlertSettings of(long cooldownSeconds, int maxEvidence) {
        return new AlertSettings(
                cooldownSeconds * 1000, maxEvidence, Long.MIN_VALUE, 0, 2, List.of());
    }
}
