package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.job.config.Reading.Depth;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private static final String FINGERPRINT =
            "abababababababababababababababababababababababababababababababab";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "alerts: {evidence: 11} | 1:20: alerts.evidence: out of range (got '11'); a whole"
                        + " number from 1 to 10",
                "alerts: {evidence: 99999999999} | 1:20: alerts.evidence: out of range (got"
                        + " '99999999999'); a whole number from 1 to 10",
                "alerts: {evidence: many} | 1:20: alerts.evidence: not a whole number (got 'many');"
                        + " a whole number from 1 to 10",
                "alerts: {evidence: [3]} | 1:20: alerts.evidence: not a single value (got a list);"
                        + " a whole number from 1 to 10",
                "alerts: {evidence: } | 1:19: alerts.evidence: no value (got nothing); a whole"
                        + " number from 1 to 10",
                "alerts: {cooldown: 15} | 1:20: alerts.cooldown: a duration without a unit (got"
                        + " '15'); a duration from 10s to 1d with a unit (ms, s, m, h, d)",
                "alerts: {cooldown: soon} | 1:20: alerts.cooldown: not a duration (got 'soon'); a"
                        + " duration from 10s to 1d with a unit (ms, s, m, h, d)",
                "alerts: {cooldown: 2d} | 1:20: alerts.cooldown: out of range (got '2d'); a"
                        + " duration from 10s to 1d with a unit (ms, s, m, h, d)",
                "alerts: {since: today} | 1:17: alerts.since: not a time (got 'today'); a UTC time"
                        + " like 2026-11-21T00:00:00Z",
                "rules: {only: yes} | 1:15: rules.only: neither true nor false (got 'yes'); true or"
                        + " false",
                "rules: {only: true} | 1:15: rules.only: no folder, so no rule would run (got"
                        + " true); false, or give a folder",
                "score: {thresholds: {latency-ratio: high}} | 1:37: score.thresholds.latency-ratio:"
                        + " not a number (got 'high'); a number from 1.0 to 1000.0",
                "score: {thresholds: {latency-ratio: 0.1}} | 1:37: score.thresholds.latency-ratio:"
                        + " out of range (got '0.1'); a number from 1.0 to 1000.0",
                "score: {endpoints: [{latency: 5s}]} | 1:21: score.endpoints[0].endpoint: missing"
                    + " (got nothing); an endpoint's name like GET /orders/{id}, a * at its end for"
                    + " any rest",
                "score: {endpoints: [{endpoint: /x, latency: 5s}]} | 1:32:"
                        + " score.endpoints[0].endpoint: not of this form (got '/x'); an endpoint's"
                        + " name like GET /orders/{id}, a * at its end for any rest",
                "score: {warm-up-windows: 31} | 1:26: score.warm-up-windows: out of range (got"
                        + " '31'); a whole number from 1 to 30",
                "ingest: {json-fields: {status: a..b}} | 1:32: ingest.json-fields.status: not of"
                        + " this form (got 'a..b'); a path like response.code: up to 8 names of"
                        + " letters, digits and _-@ with dots between",
                "ingest: {json-fields: {url: a, status: a}} | 1:40: ingest.json-fields.status:"
                        + " path in use (got 'a', as for url); one path a name",
                "ingest: {json-fields: {queue-unit: h}} | 1:36: ingest.json-fields.queue-unit:"
                        + " unknown name, nearest is 's' (got 'h'); one of ns, us, ms, s",
                "kafka: {start-from: earlyest} | 1:21: kafka.start-from: unknown name, nearest is"
                        + " 'earliest' (got 'earlyest'); one of earliest, latest, committed",
                "kafka: {sources: puma} | 1:18: kafka.sources: not a list (got a single value); a"
                        + " list of at least one: a mapping of topic, service, host",
                "kafka: {sources: []} | 1:18: kafka.sources: too few entries (got an empty list); a"
                        + " list of at least one: a mapping of topic, service, host",
                "kafka: {sources: [puma]} | 1:19: kafka.sources[0]: not a mapping (got a single"
                        + " value); a mapping of topic, service, host",
                "kafka: {sources: [{host: a}]} | 1:19: kafka.sources[0].topic: missing (got"
                        + " nothing); a Kafka topic: letters, digits and ._- (at most 249"
                        + " characters)",
                "kafka: {sources: [{topic: a}, {topic: a}]} | 1:31: kafka.sources[1]: the same"
                        + " twice (got 'a'); each once",
                "kafka: {bootstrap-servers: [k1]} | 1:29: kafka.bootstrap-servers[0]: not of this"
                        + " form (got 'k1'); host:port like kafka-1:9092",
                "kafka: {bootstrap-servers: ['k1:65536']} | 1:29: kafka.bootstrap-servers[0]: not"
                        + " of this form (got 'k1:65536'); host:port like kafka-1:9092",
                "kafka: {bootstrap-servers: ['k1:1', 'k1:1']} | 1:37: kafka.bootstrap-servers[1]:"
                        + " the same twice (got 'k1:1'); each once",
                "kafka: {alert-topic: a, sources: [{topic: a}]} | 1:22: kafka.alert-topic: the"
                        + " topic is read as a source (got 'a'); a topic that is not among the"
                        + " sources",
                "kafka: {properties: {group.id: a}} | 1:22: kafka.properties.group.id: a property"
                        + " that the job sets itself (got 'group.id'); other client properties;"
                        + " servers, group and start have options",
                "elasticsearch: {namespace: Prod} | 1:28: elasticsearch.namespace: not of this form"
                        + " (got 'Prod'); lower-case letters, digits and ._ (at most 100"
                        + " characters, first a letter or digit)",
                "elasticsearch: {urls: [es:9200]} | 1:24: elasticsearch.urls[0]: not an http or"
                        + " https URL (got 'es:9200'); a URL like https://elasticsearch:9200,"
                        + " without user, query and fragment",
                "elasticsearch: {ca-fingerprint: abc} | 1:33: elasticsearch.ca-fingerprint: not of"
                        + " this form (got 'abc'); a SHA-256 fingerprint: 64 hex digits, colons"
                        + " between them allowed",
                "elasticsearch: {username: a} | 1:27: elasticsearch.username: no password (got only"
                        + " a username); both or none",
                "kibana: {space: ops} | 1:1: kibana.url: missing (got nothing, but other options of"
                        + " kibana); a URL, or no such option",
                "kibana: {url: kibana:5601} | 1:15: kibana.url: not an http or https URL (got"
                        + " 'kibana:5601'); a URL like https://kibana:5601, without user, query"
                        + " and fragment",
                "kibana: {url: 'http://k', space: Ops} | 1:34: kibana.space: not of this form (got"
                        + " 'Ops'); a space's identifier: lower-case letters, digits, _ and - (at"
                        + " most 100 characters)",
                "kibana: {url: 'http://k', username: a} | 1:37: kibana.username: no password (got"
                        + " only a username); both or none",
                "kibana: {url: 'http://k', ca-file: a, ca-fingerprint: "
                        + FINGERPRINT
                        + "} | 1:55:"
                        + " kibana.ca-fingerprint: two ways to trust the server (got ca-file and"
                        + " ca-fingerprint); one of them",
                "ingest: {trusted-proxies: [10.0.0.0/33]} | 1:28: ingest.trusted-proxies[0]: a"
                        + " prefix that is not 0 to 32 (got '10.0.0.0/33'); an IPv4 or IPv6 block"
                        + " like 10.0.0.0/8 or fc00::/7",
                "ingest: {trusted-proxies: [proxy]} | 1:28: ingest.trusted-proxies[0]: not an"
                        + " address (got 'proxy'); an IPv4 or IPv6 block like 10.0.0.0/8 or"
                        + " fc00::/7",
                "ingest: {trusted-proxies: ['1::2::3']} | 1:28: ingest.trusted-proxies[0]: not an"
                        + " address (got '1::2::3'); an IPv4 or IPv6 block like 10.0.0.0/8 or"
                        + " fc00::/7",
                "ingest: {redaction: {mode: hide}} | 1:28: ingest.redaction.mode: unknown name"
                        + " (got 'hide'); one of mask, remove, token",
                "ingest: {redaction: {mode: token}} | 1:10: ingest.redaction.key: missing, and mode"
                        + " is token (got nothing); ${env:NAME} or ${file:/absolute/path}",
                "ingest: {redaction: {addresses: token}} | 1:10: ingest.redaction.key: missing, and"
                        + " addresses is token (got nothing); ${env:NAME} or"
                        + " ${file:/absolute/path}",
                "ingest: {login-paths: [login]} | 1:24: ingest.login-paths[0]: not of this form"
                        + " (got 'login'); a path from the root like /login, without query",
                "ingest: {endpoint-patterns: ['/a', '/a/*/b']} | 1:36: ingest.endpoint-patterns[1]:"
                    + " a * that is not the last segment (got '/a/*/b'); a path from the root like"
                    + " /users/{name}, /users/:name or /files/*",
                "ingest: {auth-refused: [99]} | 1:25: ingest.auth-refused[0]: out of range (got"
                        + " '99'); a whole number from 100 to 599",
                "alert: {} | 1:1: alert: unknown key (got 'alert'); nearest is 'alerts', allowed"
                        + " are service, kafka, elasticsearch, kibana, ingest, watermarks, score,"
                        + " alerts, rules, checkpoints, output",
                "output: {zzzzzzzzzz: 1} | 1:10: output.zzzzzzzzzz: unknown key (got 'zzzzzzzzzz');"
                        + " allowed are events, windows, dead-letters",
                "output: {deadLetter: 1} | 1:10: output.deadLetter: unknown key (got 'deadLetter');"
                        + " nearest is 'dead-letters', allowed are events, windows, dead-letters",
                "output: {events: true, events: true} | 1:24: output.events: given twice (got it"
                        + " first at 1:10); each key once",
                "output: true | 1:9: output: not a mapping (got a single value); a mapping of"
                        + " events, windows, dead-letters",
                "? [a] | 1:3: file: not a name (got a list); the name of an option",
                "- a | 1:1: file: not a mapping (got a list); a mapping of service, kafka,"
                        + " elasticsearch, kibana, ingest, watermarks, score, alerts, rules,"
                        + " checkpoints, output",
            })
    void namesThePlaceTheFieldAndWhatIsAllowed(String text, String problem) {
        assertThat(Configs.problems(text)).containsExactly("f:" + problem);
    }

    @Test
    void reportsEveryProblemInTheOrderOfTheFile() {
        assertThat(
                        Configs.problems(
                                "alerts:",
                                "  evidense: 3",
                                "  cooldown: 15",
                                "kafka:",
                                "  sources:",
                                "    - topic: 'a b'",
                                "      hosst: web",
                                "    - service: shop",
                                "  start-from: latest",
                                "  start-from: latest",
                                "watermarks:",
                                "  bound: 11m"))
                .extracting(problem -> problem.substring(0, problem.indexOf(": ", 8)))
                .containsExactly(
                        "f:2:3: alerts.evidense",
                        "f:3:13: alerts.cooldown",
                        "f:6:14: kafka.sources[0].topic",
                        "f:7:7: kafka.sources[0].hosst",
                        "f:8:7: kafka.sources[1].topic",
                        "f:10:3: kafka.start-from",
                        "f:12:10: watermarks.bound");
    }

    @Test
    void whatIsNotYamlIsOneProblemAtItsPlace() {
        assertThat(Configs.problems("kafka:", "  a: [1,", "b: 2"))
                .singleElement()
                .asString()
                .matches(
                        "f:3:\\d+: file: not YAML: .+ \\(got text that cannot be read on\\); a"
                                + " mapping of options");
        assertThat(Configs.problems("a: 1", "bc\u0007: 2"))
                .containsExactly(
                        "f:2:3: file: not YAML: a character that is not allowed (got text that"
                                + " cannot be read on); a mapping of options");
        assertThat(Configs.problems("output: {}", "---", "output: {}"))
                .containsExactly("f:3:1: file: a second document (got a new '---'); one document");
    }

    @Test
    void aLiveRunNeedsServersTopicsAndUrls() {
        String servers =
                ": kafka.bootstrap-servers: missing (got nothing); a list of at least one:"
                        + " host:port like kafka-1:9092";
        String sources =
                ": kafka.sources: missing (got nothing); a list of at least one: a mapping of"
                        + " topic, service, host";
        String urls =
                ": elasticsearch.urls: missing (got nothing); a list of at least one: a URL like"
                        + " https://elasticsearch:9200, without user, query and fragment";

        assertThat(Configs.problems(Depth.LIVE, ""))
                .containsExactly("f:1:1" + servers, "f:1:1" + sources, "f:1:1" + urls);
        assertThat(Configs.problems(Depth.LIVE, "output: {}", "kafka:", "  group-id: a"))
                .containsExactly("f:1:1" + urls, "f:2:1" + servers, "f:2:1" + sources);
    }

    @Test
    void aFileThatCannotBeReadIsAProblemLikeAnyOther(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.yaml");
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff});

        assertThat(problemOf(missing))
                .isEqualTo(
                        missing
                                + ":1:1: file: cannot be read (got no such file); a YAML file in"
                                + " UTF-8");
        assertThat(problemOf(binary)).contains("bytes that are not UTF-8");
    }

    private static String problemOf(Path file) {
        try {
            return ConfigReader.read(file).toString();
        } catch (InvalidConfig invalid) {
            return invalid.problems().get(0).toString();
        }
    }
}
