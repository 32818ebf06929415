package io.pumasentinel.sigma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the matches of a detection rule must be grouped.
 *
 * @param groupBy the fields whose values make one group; empty for the service as a whole
 * @param distinctField the field whose distinct values are counted; null for plain counts
 */
public record Use(List<Field> groupBy, @Nullable Field distinctField) {

    public Use {
        groupBy = List.copyOf(groupBy);
    }
}
