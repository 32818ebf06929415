package io.pumasentinel.cli.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pages asked the network for.
 *
 * @param addresses every request's address, in order, but for those that hold their content
 * @param failures those without an answer, and answers from 400 on
 */
public record Traffic(List<String> addresses, List<String> failures) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the messages of Chromium's performance log. A failure without a request is the
     * browser's own: its first tab tries to call home.
     */
    static Traffic of(List<String> messages) {
        Map<String, String> byId = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (String text : messages) {
            JsonNode message = read(text).path("message");
            JsonNode what = message.path("params");
            String id = what.path("requestId").asText();
            switch (message.path("method").asText()) {
                case "Network.requestWillBeSent" -> byId.put(id, what.at("/request/url").asText());
                case "Network.loadingFailed" -> {
                    if (byId.containsKey(id)) {
                        failures.add(what.path("errorText").asText() + " " + byId.get(id));
                    }
                }
                case "Network.responseReceived" -> {
                    if (what.at("/response/status").asInt() >= 400) {
                        failures.add(what.at("/response/url").asText());
                    }
                }
                default -> {}
            }
        }
        List<String> addresses = new ArrayList<>(byId.values());
        addresses.removeIf(address -> address.startsWith("data:") || address.equals("about:blank"));
        return new Traffic(List.copyOf(addresses), List.copyOf(failures));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a message of the log (got " + text + ")", e);
        }
    }
}
