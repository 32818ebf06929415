package io.pumasentinel.job.config;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docker-compose.yml} as plain maps and lists. */
@SuppressWarnings("unchecked") // a cast that fails is a failed test
final class Compose {

    private final Map<String, Object> root;

    private Compose(Map<String, Object> root) {
        this.root = root;
    }

    static Compose read() throws IOException {
        String text = Files.readString(Repository.file("docker-compose.yml"));
        return new Compose(
                (Map<String, Object>)
                        new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) required(root, "services");
    }

    Map<String, Object> volumes() {
        return (Map<String, Object>) required(root, "volumes");
    }

    Map<String, Object> service(String name) {
        return required(services(), name);
    }

    String image(String service) {
        return (String) required(service(service), "image");
    }

    String variable(String service, String name) {
        return String.valueOf(environment(service).get(name));
    }

    Map<String, Object> environment(String service) {
        return (Map<String, Object>) service(service).getOrDefault("environment", Map.of());
    }

    Map<String, Object> dependsOn(String service) {
        return (Map<String, Object>) service(service).getOrDefault("depends_on", Map.of());
    }

    List<String> list(String service, String key) {
        return (List<String>) service(service).getOrDefault(key, List.of());
    }

    /** The volumes of a service, each {@code source:target} or {@code source:target:ro}. */
    List<String> mounts(String service) {
        return list(service, "volumes");
    }

    private static <T> T required(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
