package io.pumasentinel.sigma;

import io.pumasentinel.event.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which entity a group-by is about. */
public final class Grouping {
    private static final List<Field> MOST_TELLING_FIRST =
            List.of(
                    Field.SOURCE_IP,
                    Field.SOURCE_SUBNET,
                    Field.USER_NAME,
                    Field.ENDPOINT,
                    Field.HOST);

    private Grouping() {}

    /**
     * The field that names the entity: the first of address, network, user, endpoint and host that
     * is among the fields; empty if the group is about the service.
     */
    public static Optional<Field> entityField(List<Field> groupBy) {
        return MOST_TELLING_FIRST.stream().filter(groupBy::contains).findFirst();
    }

    /** The type of the entity that {@link #entityField} names. */
    public static EntityType entityType(List<Field> groupBy) {
        return entityField(groupBy).map(Grouping::typeOf).orElse(EntityType.SERVICE);
    }

    /** The canonical names joined by {@code ,}; empty for the service. */
    public static String text(List<Field> groupBy) {
        return String.join(",", groupBy.stream().map(Field::canonicalName).toList());
    }

    /** The fields' canonical names, then the aliases in alphabetical order, joined by {@code ,}. */
    static String text(List<Field> groupBy, List<String> aliases) {
        return Stream.concat(groupBy.stream().map(Field::canonicalName), aliases.stream().sorted())
                .collect(Collectors.joining(","));
    }

    private static EntityType typeOf(Field field) {
        return switch (field) {
            case SOURCE_IP -> EntityType.ADDRESS;
            case SOURCE_SUBNET -> EntityType.SUBNET;
            case USER_NAME -> EntityType.USER;
            case ENDPOINT -> EntityType.ENDPOINT;
            case HOST -> EntityType.HOST;
            default -> throw new IllegalArgumentException("no entity (got " + field + ")");
        };
    }
}
