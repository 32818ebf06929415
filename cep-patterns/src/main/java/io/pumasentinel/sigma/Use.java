package io.pumasentinel.sigma;

import java.util.List;

/**
 * One way in which the matches of a detection rule must be grouped.
 *
 * @param groupBy the detection's fields whose values make one group; empty for the service as a
 *     whole
 * @param groupText the names of the group, joined by {@code ,}: fields and aliases
 * @param fields the text fields whose distinct tuples are counted, or the one whose number is added
 *     up; empty for plain counts
 */
public record Use(List<Field> groupBy, String groupText, List<Field> fields) {

    public Use {
        groupBy = List.copyOf(groupBy);
        fields = List.copyOf(fields);
    }

    /** A use without aliases. */
    public Use(List<Field> groupBy, List<Field> fields) {
        this(groupBy, Grouping.text(groupBy), fields);
    }
}
