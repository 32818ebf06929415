package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.baseline.Guards;
import io.pumasentinel.event.ingest.AuthPreset;
import io.pumasentinel.event.ingest.JsonFieldMap;
import io.pumasentinel.event.ingest.JsonName;
import io.pumasentinel.event.ingest.RedactionSettings.Addresses;
import io.pumasentinel.event.ingest.RedactionSettings.Emails;
import io.pumasentinel.event.ingest.RedactionSettings.Mode;
import io.pumasentinel.event.ingest.TimeUnitName;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every option set to something that is not its default arrives at its own component. */
class FullMappingTest {

    @Test
    void service() throws Exception {
        ServiceConfig service = Configs.read("service:", "  name: shop", "  host: web-1").service();

        assertThat(service).isEqualTo(new ServiceConfig("shop", "web-1"));
        assertAllChanged(service, ServiceConfig.defaults());
    }

    @Test
    void kafka() throws Exception {
        KafkaConfig kafka =
                Configs.read(
                                "kafka:",
                                "  bootstrap-servers: ['k1:9092', '[::1]:9093']",
                                "  group-id: other",
                                "  start-from: earliest",
                                "  properties:",
                                "    security.protocol: SASL_SSL",
                                "    ssl.truststore.password: ${env:SECRET}",
                                "  sources:",
                                "    - topic: puma.access",
                                "      service: shop",
                                "      host: web-1",
                                "    - topic: puma.stats",
                                "  dead-letter-topic: puma.dead",
                                "  alert-topic: puma.alerts",
                                "  rule-topic: puma.rules",
                                "  control-topic: puma.control")
                        .kafka();

        assertThat(kafka)
                .isEqualTo(
                        new KafkaConfig(
                                List.of("k1:9092", "[::1]:9093"),
                                "other",
                                StartFrom.EARLIEST,
                                Map.of("security.protocol", "SASL_SSL"),
                                Map.of("ssl.truststore.password", new Secret("${env:SECRET}")),
                                List.of(
                                        new TopicConfig("puma.access", "shop", "web-1"),
                                        new TopicConfig("puma.stats", null, null)),
                                "puma.dead",
                                "puma.alerts",
                                "puma.rules",
                                "puma.control"));
        assertAllChanged(kafka, KafkaConfig.defaults());
    }

    @Test
    void elasticsearch() {
        assertThat(
                        Configs.read(
                                        "elasticsearch:",
                                        "  urls: [https://es-1:9200, 'http://[::1]:9200/sub/']",
                                        "  namespace: prod.eu",
                                        "  username: sentinel",
                                        "  password: ${env:SECRET}",
                                        "  ca-file: /etc/ca.pem",
                                        "  batch-documents: 7",
                                        "  batch-kilobytes: 8",
                                        "  linger: 250ms",
                                        "  snapshot-repository: nightly")
                                .elasticsearch())
                .isEqualTo(
                        new ElasticsearchConfig(
                                List.of("https://es-1:9200", "http://[::1]:9200/sub"),
                                "prod.eu",
                                "sentinel",
                                new Secret("${env:SECRET}"),
                                null,
                                null,
                                "/etc/ca.pem",
                                null,
                                7,
                                8,
                                Duration.ofMillis(250),
                                "nightly"));
    }

    @Test
    void elasticsearchByKeyTokenAndFingerprint() {
        String colons = "AB:".repeat(31) + "AB";
        ElasticsearchConfig byKey =
                Configs.read(
                                "elasticsearch:",
                                "  api-key: ${env:SECRET}",
                                "  ca-fingerprint: " + colons)
                        .elasticsearch();

        assertThat(byKey.apiKey()).isEqualTo(new Secret("${env:SECRET}"));
        assertThat(byKey.caFingerprint()).isEqualTo("ab".repeat(32));
        assertThat(Configs.read("elasticsearch: {token: '${env:SECRET}'}").elasticsearch().token())
                .isEqualTo(new Secret("${env:SECRET}"));
    }

    @Test
    void kibana() {
        assertThat(
                        Configs.read(
                                        "kibana:",
                                        "  url: https://kibana:5601/base/",
                                        "  space: web_ops-1",
                                        "  username: sentinel",
                                        "  password: ${env:SECRET}",
                                        "  ca-file: /etc/ca.pem")
                                .kibana())
                .isEqualTo(
                        new KibanaConfig(
                                "https://kibana:5601/base",
                                "web_ops-1",
                                "sentinel",
                                new Secret("${env:SECRET}"),
                                null,
                                null,
                                "/etc/ca.pem",
                                null));
    }

    @Test
    void kibanaByKeyTokenAndFingerprint() {
        KibanaConfig byKey =
                Configs.read(
                                "kibana:",
                                "  url: http://kibana:5601",
                                "  api-key: ${env:SECRET}",
                                "  ca-fingerprint: " + "AB:".repeat(31) + "AB")
                        .kibana();

        assertThat(byKey.apiKey()).isEqualTo(new Secret("${env:SECRET}"));
        assertThat(byKey.caFingerprint()).isEqualTo("ab".repeat(32));
        assertThat(byKey.authenticates()).isTrue();
        assertThat(Configs.read("kibana: {url: 'http://k', token: '${env:SECRET}'}").kibana())
                .isEqualTo(
                        new KibanaConfig(
                                "http://k",
                                null,
                                null,
                                null,
                                null,
                                new Secret("${env:SECRET}"),
                                null,
                                null));
    }

    @Test
    void ingest() throws Exception {
        IngestConfig ingest =
                Configs.read(
                                "ingest:",
                                "  trusted-proxies: [10.1.0.0/16, '2001:db8::/32', 192.0.2.1]",
                                "  redact-keys: [Member_No, password]",
                                "  redaction:",
                                "    mode: token",
                                "    keys: [Badge]",
                                "    emails: keep",
                                "    addresses: token",
                                "    key: ${env:KEY}",
                                "  login-paths: [/enter]",
                                "  auth-preset: json-api",
                                "  auth-accepted: [200]",
                                "  auth-refused: [400, 302]",
                                "  endpoint-patterns: ['/shops/:name', '/files/*']",
                                "  max-line-bytes: 2048",
                                "  max-endpoints-per-service: 50",
                                "  json-fields: {status: response.code, duration-unit: s}")
                        .ingest();
        IngestConfig usual = IngestConfig.defaults();

        assertThat(ingest)
                .isEqualTo(
                        new IngestConfig(
                                List.of("10.1.0.0/16", "2001:db8::/32", "192.0.2.1/32"),
                                and(usual.redactKeys(), "member_no"),
                                new RedactionConfig(
                                        Mode.TOKEN,
                                        List.of("badge"),
                                        Emails.KEEP,
                                        Addresses.TOKEN,
                                        new Secret("${env:KEY}")),
                                and(usual.loginPaths(), "/enter"),
                                AuthPreset.JSON_API,
                                List.of(200),
                                List.of(400, 302),
                                List.of("/shops/:name", "/files/*"),
                                2_048,
                                50,
                                new JsonFieldMap(
                                        Map.of(JsonName.STATUS, "response.code"),
                                        TimeUnitName.S,
                                        TimeUnitName.MS)));
        assertAllChanged(ingest, usual);
        assertAllChanged(ingest.redaction(), usual.redaction());
        assertThat(ingest.settings().redactedKeys()).endsWith("member_no", "badge");
        assertThat(ingest.settings().redaction().key()).isEqualTo(ingest.redaction().key());
    }

    @Test
    void jsonFieldsByTheirNames() {
        StringBuilder block = new StringBuilder("ingest: {json-fields: {queue-unit: us");
        Map<JsonName, String> expected = new EnumMap<>(JsonName.class);
        for (JsonName name : JsonName.values()) {
            String option = name.name().toLowerCase(Locale.ROOT).replace('_', '-');
            block.append(", ").append(option).append(": x.").append(option);
            expected.put(name, "x." + option);
        }

        assertThat(Configs.read(block + "}}").ingest().jsonFields())
                .isEqualTo(new JsonFieldMap(expected, TimeUnitName.MS, TimeUnitName.US));
    }

    @Test
    void watermarks() throws Exception {
        WatermarkConfig watermarks =
                Configs.read("watermarks: {bound: 0s, idle-after: 1m, quiet-after: 20s}")
                        .watermarks();
        assertThat(watermarks)
                .isEqualTo(
                        new WatermarkConfig(
                                Duration.ZERO, Duration.ofMinutes(1), Duration.ofSeconds(20)));
        assertAllChanged(watermarks, WatermarkConfig.defaults());
    }

    @Test
    void scoreAndThresholds() throws Exception {
        ScoreConfig score =
                Configs.read(
                                "score:",
                                "  warm-up-windows: 6",
                                "  minimum-volume: 5",
                                "  half-life: 2d",
                                "  thresholds:",
                                "    affected-requests: 9",
                                "    latency-ratio: 3",
                                "    latency: 200ms",
                                "    error-share: 0.1",
                                "    rate-ratio: 4.5",
                                "    bytes-ratio: 5",
                                "    bytes: 0",
                                "  endpoints:",
                                "    - endpoint: GET /reports/*",
                                "      latency: 5s",
                                "    - endpoint: POST /search",
                                "      error-share: 1",
                                "      rate-ratio: 2")
                        .score();

        assertThat(score)
                .isEqualTo(
                        new ScoreConfig(
                                6,
                                5,
                                Duration.ofDays(2),
                                new Guards(9, 3, 200_000_000L, 0.1, 4.5, 5, 0),
                                List.of(
                                        new EndpointThresholds(
                                                "GET /reports/*",
                                                new Guards(9, 3, 5_000_000_000L, 0.1, 4.5, 5, 0)),
                                        new EndpointThresholds(
                                                "POST /search",
                                                new Guards(9, 3, 200_000_000L, 1, 2, 5, 0)))));
        assertAllChanged(score, ScoreConfig.defaults());
        assertAllChanged(score.thresholds(), Guards.defaults());
    }

    @Test
    void alerts() throws Exception {
        AlertConfig alerts =
                Configs.read(
                                "alerts: {cooldown: 1h, evidence: 3, since: 2026-11-21T00:00:00Z,"
                                        + " deploy-mute: 10m, roll-up-after: 5}")
                        .alerts();

        assertThat(alerts)
                .isEqualTo(
                        new AlertConfig(
                                Duration.ofHours(1),
                                3,
                                Instant.parse("2026-11-21T00:00:00Z"),
                                Duration.ofMinutes(10),
                                5));
        assertAllChanged(alerts, AlertConfig.defaults());
    }

    @Test
    void rules() throws Exception {
        RulesConfig rules =
                Configs.read(
                                "rules: {folder: my rules, only: true, watch: true, disabled:"
                                        + " [path-scan]}")
                        .rules();

        assertThat(rules).isEqualTo(new RulesConfig("my rules", true, true, List.of("path-scan")));
        assertAllChanged(rules, RulesConfig.defaults());
    }

    @Test
    void checkpoints() throws Exception {
        CheckpointConfig checkpoints =
                Configs.read(
                                "checkpoints:",
                                "  folder: s3://bucket/sentinel",
                                "  interval: 10s",
                                "  timeout: 5m",
                                "  tolerable-failures: 0")
                        .checkpoints();

        assertThat(checkpoints)
                .isEqualTo(
                        new CheckpointConfig(
                                "s3://bucket/sentinel",
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(5),
                                0));
        assertAllChanged(checkpoints, CheckpointConfig.defaults());
    }

    @Test
    void output() throws Exception {
        OutputConfig output =
                Configs.read("output: {events: false, windows: false, dead-letters: false}")
                        .output();

        assertThat(output).isEqualTo(new OutputConfig(false, false, false));
        assertAllChanged(output, OutputConfig.defaults());
    }

    private static List<String> and(List<String> usual, String further) {
        return Stream.concat(usual.stream(), Stream.of(further)).toList();
    }

    private static void assertAllChanged(Record changed, Record defaults) throws Exception {
        for (RecordComponent component : changed.getClass().getRecordComponents()) {
            assertThat(component.getAccessor().invoke(changed))
                    .as(component.getName())
                    .isNotEqualTo(component.getAccessor().invoke(defaults));
        }
    }
}
