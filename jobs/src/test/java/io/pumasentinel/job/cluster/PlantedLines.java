package io.pumasentinel.job.cluster;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Lines of every form that is read, each with a secret in one of the places that a line has. */
final class PlantedLines {
    static final long START_MILLIS = 1_795_290_000_000L;
    static final int BURST = 40;

    private static final int OWN = 22;

    static final List<String> CLIENTS = List.of("2001:db8:", "198.18.");

    /** A prime number with those of the records, so that every secret meets every place. */
    static final int PLACES = OWN + PlantedRecords.PLACES;

    static final DateTimeFormatter CLF =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss +0000", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    static final DateTimeFormatter RUBY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss +0000", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final List<PlantedSecret> secrets = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    PlantedLines(int count, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            PlantedSecret secret = PlantedSecret.of(i, random);
            secrets.add(secret);
            lines.add(line(i, secret));
        }
    }

    List<PlantedSecret> secrets() {
        return secrets;
    }

    /** One for each secret, in their order, a second of event time after the other. */
    List<String> lines() {
        return lines;
    }

    static int place(int number) {
        return (number + number / PlantedSecret.KINDS) % PLACES;
    }

    /** Whether the line's document has an id that does not tell the line. */
    static boolean isSample(int number) {
        return PlantedRecords.is(place(number) - OWN, "sample");
    }

    /** Whether the secret stood in a field that is never read, so that nothing had to be cut. */
    static boolean isDropped(int number) {
        return PlantedRecords.is(place(number) - OWN, "dropped");
    }

    /** Whether the line may become part of an event that another line began. */
    boolean mayJoin(int number) {
        if (PlantedRecords.is(place(number) - OWN, "rails")) {
            return true;
        }
        byte[] line = lines.get(number).getBytes(StandardCharsets.UTF_8);
        Origin origin = new Origin("shop", "web-1", Position.ofLine("planted", number + 1L));
        List<PumaEvent> events = new ArrayList<>();
        new LineIngest(IngestSettings.defaults())
                .ingest(new RawLine(line, 0, line.length, origin, PumaEvent.NO_TIME), events::add);
        Unparsed unparsed = events.get(0).unparsed();
        return unparsed != null
                && (unparsed.reason().equals("continuation")
                        || unparsed.reason().equals("unrecognised"));
    }

    /** Whose request a line tells, if it tells one; {@link #CLIENTS} begin no other text. */
    static String client(int number) {
        return number % 3 == 0
                ? CLIENTS.get(0) + Integer.toHexString(number) + "::1"
                : CLIENTS.get(1) + (number / 250) + "." + (1 + number % 250);
    }

    /** A burst of refused sign-ins of one client after the secrets, so that there is an alert. */
    List<String> attack() {
        List<String> burst = new ArrayList<>();
        for (int i = 0; i < BURST; i++) {
            Instant at = Instant.ofEpochMilli(START_MILLIS + (lines.size() + i) * 1000L);
            String client = CLIENTS.get(1) + "200.7";
            burst.add(access(client, "-", "POST /users/sign_in", at, 401));
        }
        return burst;
    }

    static String harmless(int second) {
        return access(
                "198.51.100.9",
                "-",
                "GET /orders",
                Instant.ofEpochMilli(START_MILLIS + second * 1000L));
    }

    private static String line(int number, PlantedSecret s) {
        Instant at = Instant.ofEpochMilli(START_MILLIS + number * 1000L);
        int place = place(number);
        if (place >= OWN) {
            return PlantedRecords.line(place - OWN, s, at, number);
        }
        String client = client(number);
        return place < 11 ? request(place, s, at, client) : other(place, s, at, client);
    }

    private static String request(int place, PlantedSecret s, Instant at, String client) {
        String query = s.parameter();
        boolean shape = s.key().isEmpty();
        return switch (place) {
            case 0 -> access(client, "-", "GET /a?page=2&" + query + "&x=1", at);
            case 1 ->
                    access(
                            client,
                            "-",
                            shape ? "GET /reset/" + s.value() + "/edit" : "GET /a;" + query,
                            at);
            case 2 -> access(client, "-", "GET /a?" + encoded(s.parameter(), "="), at);
            case 3 -> access(client, "-", "GET /go?to=" + encoded("/b?" + query, ""), at);
            case 4 -> access(client, shape ? s.value() : "bob", "GET /a?" + query, at);
            case 5 -> access(client, "-", "GET /s?" + query + "&q=<script>alert(1)</script>", at);
            case 6 -> access(client, "-", "POST /users/sign_in?" + query, at, 401);
            case 7 ->
                    combined(client, "?" + query, "https://shop.example/x?" + query, "curl/8", at);
            case 8 -> combined(client, "", "-", "agent/1 " + s.text().replace('"', '\''), at);
            case 9 -> access(client, "-", "GET /j?f=" + encoded(json(s), ""), at);
            default -> ecs(s, at, client);
        };
    }

    private static String other(int place, PlantedSecret s, Instant at, String client) {
        String time = RUBY.format(at);
        String text = s.text();
        String error = time + " Rack app (\"GET /x?" + s.parameter() + "\" - (" + client + ")): ";
        return switch (place) {
            case 11 -> error + "#<RuntimeError: refused>";
            case 12 ->
                    time
                            + " Rack app (\"GET /x\" - ("
                            + client
                            + ")): #<RuntimeError: "
                            + text
                            + ">";
            case 13 -> "AUTHORIZATION: Bearer " + s.value() + s.hidden();
            case 14 -> "COOKIE: a=" + s.value() + "; b=" + s.hidden();
            case 15 -> "worker said " + text + " to " + client;
            case 16 -> "DATABASE_PASSWORD=" + s.value() + " X=" + json(s);
            case 17 -> half(s, at, client);
            case 18 -> "{\"message\":\"said " + text.replace("\"", "\\\"") + "\",\"host\":\"h\"}";
            case 19 -> "* Listening on http://127.0.0.1:9293?token=" + s.value();
            case 20 -> "x".repeat(4_070) + " " + text + " " + "y ".repeat(440_000);
            default -> "! Unable to start worker: " + text;
        };
    }

    /** A line that broke off inside the secret; nobody knows a card number by its first digits. */
    private static String half(PlantedSecret s, Instant at, String client) {
        String line = access(client, "-", "GET /half?" + s.parameter(), at);
        int end = line.indexOf(" HTTP/") - (s.kind().equals("card") ? 0 : 3);
        return line.substring(0, end);
    }

    private static String json(PlantedSecret s) {
        String key = s.key().isEmpty() ? "note" : s.key().replace("%25", "%").replace("%77", "w");
        return "{\"a\":1,\"" + key + "\":\"" + s.value() + "\",\"b\":[2]}";
    }

    private static String ecs(PlantedSecret s, Instant at, String client) {
        return ("{\"@timestamp\":\"%s\",\"http\":{\"request\":{\"method\":\"GET\",\"id\":\"%s\"},"
                        + "\"response\":{\"status_code\":200}},\"url\":{\"path\":\"/e\",\"query\":"
                        + "\"%s\"},\"user_agent\":{\"original\":\"%s\"},\"client\":{\"ip\":"
                        + "\"%s\"}}")
                .formatted(
                        at,
                        s.key().isEmpty() ? s.value() : "1",
                        s.parameter(),
                        s.text().replace('"', '\''),
                        client);
    }

    private static String access(String client, String user, String request, Instant at) {
        return access(client, user, request, at, 200);
    }

    private static String access(
            String client, String user, String request, Instant at, int status) {
        return client
                + " - "
                + user
                + " ["
                + CLF.format(at)
                + "] \""
                + request
                + " HTTP/1.1\" "
                + status
                + " 15 0.0142";
    }

    private static String combined(
            String client, String query, String referrer, String agent, Instant at) {
        return client
                + " - - ["
                + CLF.format(at)
                + "] \"GET /c"
                + query
                + " HTTP/1.1\" 200 15 \""
                + referrer
                + "\" \""
                + agent
                + "\"";
    }

    /** Every character as its percent-encoded byte, but for those that stay. */
    private static String encoded(String text, String stay) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (stay.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append("%02X".formatted(b & 0xFF));
            }
        }
        return out.toString();
    }
}
