package io.pumasentinel.sigma;

import java.util.List;

/**
 * One way in which the matches of a detection rule must be grouped.
 *
 * @param groupBy the fields whose values make one group; empty for the service as a whole
 * @param fields the text fields whose distinct tuples are counted, or the one whose number is added
 *     up; empty for plain counts
 */
public record Use(List<Field> groupBy, List<Field> fields) {

    public Use {
        groupBy = List.copyOf(groupBy);
        fields = List.copyOf(fields);
    }
}
