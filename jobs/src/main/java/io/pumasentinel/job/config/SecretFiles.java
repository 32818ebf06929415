package io.pumasentinel.job.config;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Warns of secret files that every user of this machine may read. Files that are absent or on a
 * file system without such rights are passed over.
 */
public final class SecretFiles {

    private SecretFiles() {}

    /** One sentence for each file of the configuration that everybody may read, sorted. */
    public static List<String> warnings(SentinelConfig config) {
        Set<String> files = new TreeSet<>();
        collect(config, files);
        return files.stream().filter(SecretFiles::isOpen).map(SecretFiles::warning).toList();
    }

    /** Looks through the whole configuration, so that no secret added later is forgotten. */
    private static void collect(@Nullable Object value, Set<String> files) {
        if (value instanceof Secret secret) {
            files.addAll(secret.files());
        } else if (value instanceof Iterable<?> values && !(value instanceof Path)) {
            values.forEach(element -> collect(element, files));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> collect(element, files));
        } else if (value instanceof Record options) {
            for (RecordComponent component : options.getClass().getRecordComponents()) {
                collect(read(component, options), files);
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Record options) {
        try {
            return component.getAccessor().invoke(options);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("options are public records", e);
        }
    }

    private static boolean isOpen(String file) {
        try {
            return Files.getPosixFilePermissions(Path.of(file))
                    .contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static String warning(String file) {
        return "secret file "
                + file
                + ": every user of this machine may read it (got "
                + permissions(file)
                + "); let its owner alone, as chmod 600 does";
    }

    private static String permissions(String file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file)));
        } catch (IOException e) {
            return "no longer there";
        }
    }
}
