package io.pumasentinel.benchmark.panels;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Level;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.Technique;
import java.util.List;
import java.util.Random;

/** Closed alerts of three parts about one address each. */
final class Incidents {
    private static final List<Level> LEVELS =
            List.of(Level.LOW, Level.MEDIUM, Level.HIGH, Level.CRITICAL);
    private static final List<Technique> TECHNIQUES =
            List.of(
                    new Technique("T1110", "Brute Force", "TA0006", "Credential Access"),
                    new Technique(
                            "T1190",
                            "Exploit Public-Facing Application",
                            "TA0001",
                            "Initial Access"),
                    new Technique("T1595.003", "Wordlist Scanning", "TA0043", "Reconnaissance"),
                    new Technique(
                            "T1213", "Data from Information Repositories", "TA0009", "Collection"));

    private final Random random;
    private int number;

    Incidents(Random random) {
        this.random = random;
    }

    Alert next(long startMillis) {
        number++;
        String address = "198.18.9." + (1 + random.nextInt(250));
        Level level = LEVELS.get(random.nextInt(LEVELS.size()));
        long end = startMillis + 60_000;
        List<AlertPart> parts =
                List.of(
                        part("probe", "Scan for paths", Level.LOW, startMillis, 0),
                        part("guess", "Brute force against sign-in", Level.MEDIUM, startMillis, 20),
                        part("enter", "Brute force followed by a sign-in", level, startMillis, 50));
        return new Alert(
                "bench" + number,
                3,
                AlertStatus.CLOSED,
                "shop",
                new Entity(EntityType.ADDRESS, address),
                "enter",
                "Brute force followed by a sign-in",
                "Refused sign-ins of one address, then an accepted one.",
                "credential-access",
                level,
                List.of(TECHNIQUES.get(number % 4), TECHNIQUES.get((number + 1) % 4)),
                startMillis + 50_000,
                startMillis,
                end,
                100,
                "POST /sessions/7/{id}",
                "web-1",
                List.of(address),
                null,
                parts,
                evidence(startMillis, address),
                "Scan for paths, then brute force, then a sign-in of " + address + ".",
                true,
                null);
    }

    private static AlertPart part(
            String id, String name, Level level, long startMillis, int seconds) {
        long first = startMillis + seconds * 1000L;
        return new AlertPart(id, name, level, first, first + 10_000, 100);
    }

    private static List<Evidence> evidence(long startMillis, String address) {
        return List.of(
                new Evidence(
                        startMillis,
                        Position.ofRecord("puma-access", 0, 1),
                        address + " \"POST /sessions\" 401 0.0226s"));
    }
}
