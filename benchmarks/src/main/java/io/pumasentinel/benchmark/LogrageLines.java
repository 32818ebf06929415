package io.pumasentinel.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests of the ECS capture as lograge's JSON formatter writes them with the usual custom
 * options: the fields, their order and Rails' escapes are those of a captured line of lograge 0.15.
 */
final class LogrageLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogrageLines() {}

    static List<byte[]> of(List<byte[]> ecs) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        for (byte[] line : ecs) {
            lines.add(of(JSON.readTree(line)).getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static String of(JsonNode request) throws IOException {
        String path = request.at("/url/path").asText();
        String query = request.at("/url/query").asText();
        ObjectNode line = JSON.createObjectNode();
        line.set("method", request.at("/http/request/method"));
        line.put("path", query.isEmpty() ? path : path + '?' + query);
        line.put("format", "*/*");
        line.put("controller", "ShopController");
        line.put("action", "show");
        line.set("status", request.at("/http/response/status_code"));
        line.set("duration", request.at("/duration_ms"));
        line.put("view", 0.0);
        line.set("time", request.at("/@timestamp"));
        line.set("ip", request.at("/client/ip"));
        line.set("request_id", request.at("/http/request/id"));
        line.set("user_agent", request.at("/user_agent/original"));
        line.putObject("params").put("id", "1");
        return JSON.writeValueAsString(line)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }
}
