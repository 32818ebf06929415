package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept in keyed state must be a plain object all the way down, and small. */
class StateTypesTest {
    private static final int STATED = 3_000;
    private static final int[] FOUND = {200, 200, 200, 200, 200, 302, 404, 422, 401, 503};

    @ParameterizedTest
    @ValueSource(
            classes = {
                WindowCounts.class,
                EndpointModel.class,
                RequestBaselineRing.class,
                ClientCounts.class,
                ClientTally.class,
                ClientPopulation.class,
                WorkerModel.class
            })
    void arePlainObjectsAllTheWayDown(Class<?> root) throws ReflectiveOperationException {
        check(root, new HashSet<>());
    }

    @Test
    void measuresAtMostThreeKilobytesAnEndpoint() throws ReflectiveOperationException {
        BaselineSettings settings = BaselineSettings.defaults();
        Random random = new Random(1);
        EndpointModel model = new EndpointModel();
        RequestBaselineRing ring = new RequestBaselineRing();
        WindowCounts window = new WindowCounts();
        long most = 0;
        for (int i = 0; i < 350; i++) {
            window.startMillis = i * settings.windowMillis();
            // Now and then a timeout: latencies from 0.1 ms to 30 s.
            int count = 1 + random.nextInt(60);
            for (int n = 0; n < count; n++) {
                double nanos = 2e6 * Math.exp(0.7 * random.nextGaussian());
                long slow = Math.round(random.nextInt(200) == 0 ? 3e10 : nanos);
                int status = FOUND[random.nextInt(FOUND.length)];
                window.add(status, Math.round(1e3 * Math.exp(random.nextGaussian())), slow);
                window.detail.add(
                        "198.51.100." + n, "GET", status, query(random), Math.round(nanos / 10));
            }
            most = Math.max(most, bytes(window) + bytes(model) + bytes(ring));
            model.close(window, settings);
            ring.push(model.requestBaseline(settings));
            window.clear();
        }
        assertThat(most).isLessThan(6_800);
        assertThat(bytes(model) + bytes(ring)).isLessThan(STATED);
    }

    /** One request in twenty invents a parameter name. */
    private static String query(Random random) {
        String name = random.nextInt(20) == 0 ? "x" + (char) random.nextInt(0xd000) : "page";
        return name + "=1&sort=asc";
    }

    @Test
    void measuresAtMostTwelveKilobytesAnEndpointWithSeasons() throws ReflectiveOperationException {
        BaselineSettings settings = BaselineSettings.defaults();
        Random random = new Random(1);
        EndpointModel model = new EndpointModel();
        WindowCounts window = new WindowCounts();
        for (int i = 0; i < 8_640 * 15; i += 6) {
            window.startMillis = i * settings.windowMillis();
            int count = 30 + random.nextInt(60);
            for (int n = 0; n < count; n++) {
                double nanos = 2e6 * Math.exp(2 * random.nextGaussian());
                int status = random.nextInt(300) == 0 ? 500 : 200;
                window.add(status, random.nextInt(1_000), Math.round(nanos));
            }
            model.close(window, settings);
            window.clear();
        }
        assertThat(Objects.requireNonNull(model.longView).rate.seen()).isGreaterThan(1_000);
        assertThat(bytes(model)).isBetween(4_000L, 12_000L);
    }

    @Test
    void measuresLessThanOneKilobyteAWorker() throws ReflectiveOperationException {
        WorkerModel model = new WorkerModel();
        for (int i = 0; i < 2_000; i++) {
            double at = i % 7;
            model.judge(
                    new WorkerReading(
                            i * 60_000L, 1, 5, at, at, 5 - at, at, at, i * 10.0, at, 1e8 + at),
                    BaselineSettings.defaults());
        }
        assertThat(model.growth.minima).hasSize(MemoryTrend.SLOTS);
        assertThat(bytes(model)).isLessThan(1_000);
    }

    private static void check(Class<?> type, Set<Class<?>> seen)
            throws ReflectiveOperationException {
        if (type.isArray()) {
            check(type.getComponentType(), seen);
        } else if (!type.isPrimitive() && type != String.class && seen.add(type)) {
            assertThat(Modifier.isPublic(type.getModifiers())).as("%s is public", type).isTrue();
            assertThat(type.getConstructor().newInstance()).isNotNull();
            for (Field field : type.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers)) {
                    assertThat(Modifier.isPublic(modifiers)).as("%s is public", field).isTrue();
                    assertThat(Modifier.isFinal(modifiers)).as("%s is final", field).isFalse();
                    check(field.getType(), seen);
                }
            }
        }
    }

    /** The size when stored: fields, and a length for every array. */
    private static long bytes(Object object) throws ReflectiveOperationException {
        long sum = 0;
        for (Field field : object.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                sum += 1 + bytes(field.getType(), field.get(object));
            }
        }
        return sum;
    }

    private static long bytes(Class<?> type, @Nullable Object value)
            throws ReflectiveOperationException {
        if (value == null) {
            return 0;
        }
        if (type == boolean.class || type == byte.class) {
            return 1;
        }
        if (type == int.class || type == float.class) {
            return 4;
        }
        if (type == long.class || type == double.class) {
            return 8;
        }
        if (!type.isArray()) {
            return bytes(value);
        }
        long sum = 4;
        for (int i = 0; i < Array.getLength(value); i++) {
            sum += bytes(type.getComponentType(), Array.get(value, i));
        }
        return sum;
    }
}
