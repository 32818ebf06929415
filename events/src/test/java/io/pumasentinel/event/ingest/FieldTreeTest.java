package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldTreeTest {

    private static final List<String> PATHS =
            List.of(
                    "a",
                    "name7by",
                    "name8byt",
                    "name9byte",
                    "a.name.of.sixteen",
                    "http.request.headers.x-forwarded-for",
                    "http.request.headers.x_forwarded_for",
                    "http.request.method",
                    "stats.worker_status.last_status.backlog");

    @Test
    void findsAFieldWhereverItsNameIsCut() {
        FieldTree root = FieldTree.root();
        PATHS.forEach(root::at);
        root.finished();

        for (String path : PATHS) {
            FieldTree whole = find(root, path);
            assertThat(whole).as(path).isSameAs(root.at(path)).isNotNull();
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                FieldTree outer = Objects.requireNonNull(find(root, path.substring(0, dot)));
                assertThat(find(outer, path.substring(dot + 1))).as(path).isSameAs(whole);
            }
        }
    }

    @Test
    void findsNothingUnderAnotherName() {
        FieldTree root = FieldTree.root();
        PATHS.forEach(root::at);
        root.finished();

        for (String path : PATHS) {
            for (int i = 0; i < path.length(); i++) {
                String other = path.substring(0, i) + '~' + path.substring(i + 1);
                assertThat(find(root, other)).as(other).isNull();
                assertThat(find(root, path.substring(0, i) + '~' + path.substring(i))).isNull();
            }
            assertThat(find(root, path + '.')).isNull();
            assertThat(find(root, '.' + path)).isNull();
        }
        assertThat(find(root, "")).isNull();
        assertThat(find(root, "a..name")).isNull();
        assertThat(find(FieldTree.root().finished(), "a")).isNull();
    }

    /** The name stands at the very end of its bytes, and with others around it. */
    private static @Nullable FieldTree find(FieldTree tree, String name) {
        byte[] alone = name.getBytes(StandardCharsets.UTF_8);
        byte[] among = ("{\"" + name + "\":\"a value\"}").getBytes(StandardCharsets.UTF_8);
        FieldTree found = tree.find(alone, 0, alone.length);
        assertThat(tree.find(among, 2, 2 + alone.length)).isSameAs(found);
        return found;
    }
}
