package io.pumasentinel.baseline;

/**
 * How unusual one value of a series was, by the values before it.
 *
 * @param score in [0,1]; 0.5 at the edges of the band, 0 during warm-up
 * @param expected what was expected
 * @param lower the band's lower edge
 * @param upper the band's upper edge
 */
public record SeriesScore(double score, double expected, double lower, double upper) {}
