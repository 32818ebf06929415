package io.pumasentinel.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.cluster.Await;
import io.pumasentinel.job.cluster.Broker;
import io.pumasentinel.job.config.ConfigReader;
import io.pumasentinel.job.config.SentinelConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that change by topic and by folder while the live job runs, exactly in event time. */
class ChangingRulesIT {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DateTimeFormatter CLF =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String COUNT =
            """
            title: Many probes
            name: many-probes
            id: 00000000-0000-4000-8000-000000000020
            level: medium
            correlation:
              type: event_count
              rules: [probe]
              group-by: [source.ip]
              timespan: 60s
              condition: {gte: 3}
            """;

    @TempDir Path folder;

    private final Collected sinks = new Collected();
    private Broker broker;
    private KafkaProducer<byte[], byte[]> producer;

    @SuppressWarnings("NullAway.Init") // The test sets them first.
    ChangingRulesIT() {}

    @Test
    void changesHoldFromTheirEventTimeOnAndOutliveARestart() throws Exception {
        Files.createDirectories(folder.resolve("kafka"));
        Files.createDirectories(folder.resolve("rules"));
        try (Broker started = Broker.start(folder.resolve("kafka"))) {
            broker = started;
            broker.createTopics(List.of("lines", "rules"));
            try (KafkaProducer<byte[], byte[]> opened = broker.producer()) {
                producer = opened;
                run();
            }
        }
    }

    private void run() throws Exception {
        JobClient job = start(null);
        request(10, "/probe");
        awaitEvent("/probe", 10, false);

        rule(60, "probe.yml", detection("probe", 10));
        rule(60, "count.yml", COUNT);
        int second = awaitChange("/probe", 61, true);
        request(59, "/probe");
        request(60, "/probe");
        awaitEvent("/probe", 59, false);
        awaitEvent("/probe", 60, true);

        rule(300, "probe.yml", detection("probe", 10).replace("level: low", "level: loud"));
        Await.until("a refusal", PATIENCE, this::state, () -> !refusals().isEmpty());
        assertThat(refusals()).singleElement().satisfies(this::namesThePlace);
        second = Math.max(second, 300);
        for (int i = 1; i <= 4; i++) {
            request(second + i, "/probe");
        }
        awaitEvent("/probe", second + 4, true);
        request(second + 120, "/");
        Await.until("the count's alert", PATIENCE, this::state, this::isCountAlerted);

        Path door = Files.writeString(folder.resolve("door.tmp"), detection("door", 11));
        Files.setLastModifiedTime(door, FileTime.from(START.plusSeconds(500)));
        Files.move(door, folder.resolve("rules/door.yml"));
        Files.setLastModifiedTime(folder.resolve("rules"), FileTime.from(START.plusSeconds(500)));
        awaitChange("/door", 501, true);

        String savepoint =
                job.stopWithSavepoint(
                                false,
                                folder.resolve("savepoints").toUri().toString(),
                                SavepointFormatType.CANONICAL)
                        .get(1, TimeUnit.MINUTES);
        Files.delete(folder.resolve("rules/door.yml"));
        Files.setLastModifiedTime(folder.resolve("rules"), FileTime.from(START.plusSeconds(2_000)));
        job = start(savepoint);
        request(1_900, "/door");
        request(1_901, "/probe");
        awaitEvent("/door", 1_900, true);
        awaitEvent("/probe", 1_901, true);
        awaitChange("/door", 2_000, false);
        job.cancel().get(1, TimeUnit.MINUTES);
    }

    private void namesThePlace(DeadLetter letter) {
        assertThat(letter.reason()).isEqualTo("rule refused");
        assertThat(letter.line()).contains("rules/probe.yml:4:8: level: not understood (got loud)");
    }

    private JobClient start(@Nullable String savepoint) throws Exception {
        SentinelConfig config = ConfigReader.readLive(configFile());
        Configuration flink = LiveJob.configuration(config);
        if (savepoint != null) {
            flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(2, flink);
        LiveJob.define(environment, config, RuleSources.of(config.rules(), null), 1, sinks);
        return environment.executeAsync("changing rules");
    }

    /** Sends requests of later and later seconds until one is judged as said; its second. */
    private int awaitChange(String path, int fromSecond, boolean matched) throws Exception {
        int[] second = {fromSecond};
        Await.until(
                path + (matched ? " matched" : " no longer matched"),
                PATIENCE,
                this::state,
                () -> {
                    request(second[0]++, path);
                    return events(path, fromSecond, second[0]).contains(matched);
                });
        return second[0];
    }

    private void awaitEvent(String path, int second, boolean matched) throws Exception {
        Await.until(
                path + " of second " + second,
                PATIENCE,
                this::state,
                () -> !events(path, second, second).isEmpty());
        assertThat(events(path, second, second)).as("%s at %d", path, second).contains(matched);
    }

    /** Whether each request of the path and the seconds matched the rule of its name. */
    private List<Boolean> events(String path, int fromSecond, int toSecond) {
        return sinks.of(PumaEvent.class).stream()
                .filter(e -> e.access() != null && path.equals(e.access().path()))
                .filter(e -> e.timestampMillis() >= START.plusSeconds(fromSecond).toEpochMilli())
                .filter(e -> e.timestampMillis() <= START.plusSeconds(toSecond).toEpochMilli())
                .map(e -> e.ruleIds().contains(path.substring(1)))
                .toList();
    }

    private List<DeadLetter> refusals() {
        return sinks.of(DeadLetter.class);
    }

    private boolean isCountAlerted() {
        return sinks.of(Alert.class).stream()
                .flatMap(alert -> alert.parts().stream())
                .map(AlertPart::ruleId)
                .anyMatch("many-probes"::equals);
    }

    private String state() {
        return sinks.of(PumaEvent.class).size() + " events, " + refusals();
    }

    private void request(int second, String path) throws IOException {
        Instant time = START.plusSeconds(second);
        String line =
                "203.0.113.9 - - [%s] \"GET %s HTTP/1.1\" 404 - 0.0010"
                        .formatted(CLF.format(time), path);
        send("lines", null, time, line);
    }

    private void rule(int second, String file, String text) throws IOException {
        send("rules", file, START.plusSeconds(second), text);
    }

    private void send(String topic, @Nullable String key, Instant time, String value)
            throws IOException {
        byte[] name = key == null ? null : key.getBytes(UTF_8);
        long millis = time.toEpochMilli();
        try {
            producer.send(new ProducerRecord<>(topic, 0, millis, name, value.getBytes(UTF_8)))
                    .get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("not sent", e);
        }
    }

    private Path configFile() throws Exception {
        Map<String, String> places =
                Map.of("BROKER", broker.bootstrapServers(), "FOLDER", folder.toString());
        String text =
                """
                service: {name: shop, host: web-1}
                kafka:
                  bootstrap-servers: ["BROKER"]
                  start-from: earliest
                  rule-topic: rules
                  sources: [{topic: lines}]
                elasticsearch: {urls: ["http://127.0.0.1:1"]}
                rules: {folder: "FOLDER/rules", watch: true}
                checkpoints: {interval: 1s, folder: "FOLDER/checkpoints"}
                """;
        for (Map.Entry<String, String> place : places.entrySet()) {
            text = text.replace(place.getKey(), place.getValue());
        }
        return Files.writeString(folder.resolve("sentinel.yaml"), text);
    }

    private static String detection(String name, int number) {
        return """
        title: Rule %1$s
        name: %1$s
        id: 00000000-0000-4000-8000-0000000000%2$d
        level: low
        logsource: {category: webserver}
        detection:
          selection: {cs-uri-stem: '/%1$s'}
          condition: selection
        """
                .formatted(name, number);
    }
}
