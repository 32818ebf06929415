package io.pumasentinel.cep;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.sigma.Field;
import io.pumasentinel.sigma.Grouping;
import io.pumasentinel.sigma.Use;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which one rule's matches are summed.
 *
 * @param number unique among the uses of all rules
 * @param ruleId the rule
 * @param groupBy the fields that make the group
 * @param groupByText as {@link io.pumasentinel.event.SignalSum#groupBy()}
 * @param entityType what the group is about
 * @param entityIndex which of the fields names the entity; -1 if it is the service
 * @param distinctField whose values are collected; null for none
 */
record SummedUse(
        int number,
        String ruleId,
        List<Field> groupBy,
        String groupByText,
        EntityType entityType,
        int entityIndex,
        @Nullable Field distinctField)
        implements Serializable {

    static SummedUse of(int number, String ruleId, Use use) {
        List<Field> groupBy = use.groupBy();
        return new SummedUse(
                number,
                ruleId,
                groupBy,
                Grouping.text(groupBy),
                Grouping.entityType(groupBy),
                Grouping.entityField(groupBy).map(groupBy::indexOf).orElse(-1),
                use.distinctField());
    }

    /** The name of the distinct field; empty for none. */
    String distinctText() {
        return distinctField == null ? "" : distinctField.canonicalName();
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
