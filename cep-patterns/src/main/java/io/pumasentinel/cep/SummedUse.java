package io.pumasentinel.cep;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.sigma.Field;
import io.pumasentinel.sigma.Grouping;
import io.pumasentinel.sigma.Use;
import java.io.Serializable;
import java.util.List;

/**
 * One way in which one rule's matches are summed.
 *
 * @param number unique among the uses of all rules
 * @param ruleId the rule
 * @param groupBy the fields that make the group
 * @param groupByText as {@link io.pumasentinel.event.SignalSum#groupBy()}
 * @param entityType what the group is about
 * @param entityIndex which of the fields names the entity; -1 if it is the service
 * @param fields the texts whose values are collected or the number that is added up; none to count
 */
record SummedUse(
        int number,
        String ruleId,
        List<Field> groupBy,
        String groupByText,
        EntityType entityType,
        int entityIndex,
        List<Field> fields)
        implements Serializable {

    static SummedUse of(int number, String ruleId, Use use) {
        List<Field> groupBy = use.groupBy();
        return new SummedUse(
                number,
                ruleId,
                groupBy,
                use.groupText(),
                Grouping.entityType(groupBy),
                Grouping.entityField(groupBy).map(groupBy::indexOf).orElse(-1),
                use.fields());
    }

    /** The names of the fields; empty for none. */
    String fieldsText() {
        return Grouping.text(fields);
    }

    /** Whether distinct values are collected. */
    boolean distinct() {
        return !fields.isEmpty() && !fields.get(0).numeric();
    }

    /** Whether numbers are added up. */
    boolean adding() {
        return !fields.isEmpty() && fields.get(0).numeric();
    }

    /** Whether all matches of one group come from one client address. */
    boolean oneAddress() {
        return entityType == EntityType.ADDRESS;
    }

    /** What the group with these values is about. */
    Entity entity(String service, String[] values) {
        return new Entity(entityType, entityIndex < 0 ? service : values[entityIndex]);
    }
}
