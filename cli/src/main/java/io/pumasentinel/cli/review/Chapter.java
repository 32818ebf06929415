package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Question;
import java.util.List;

/** A part of a review: asks, and makes tables of the answers. */
interface Chapter {
    /** So many rows a table has at most. */
    int ROWS = 15;

    /** Everything that it wants to know. */
    List<Question> questions();

    /** Its tables and what they ask to be done. */
    Written write(Material material);

    /**
     * A chapter, written.
     *
     * @param sections its tables
     * @param steps what to do
     */
    record Written(List<Section> sections, List<Step> steps) {
        /** Keeps copies. */
        public Written {
            sections = List.copyOf(sections);
            steps = List.copyOf(steps);
        }
    }
}
