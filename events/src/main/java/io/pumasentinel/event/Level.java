package io.pumasentinel.event;

/** Sigma's levels, mildest first. */
public enum Level {
    /** Noted, never an alert by itself. */
    INFORMATIONAL,
    /** Worth a look in the regular review. */
    LOW,
    /** Worth a look today. */
    MEDIUM,
    /** Worth a look now. */
    HIGH,
    /** Somebody gets up. */
    CRITICAL;

    /** {@code event.severity}: 1, 21, 47, 73 or 99, Elastic Security's scale. */
    public int severity() {
        return switch (this) {
            case INFORMATIONAL -> 1;
            case LOW -> 21;
            case MEDIUM -> 47;
            case HIGH -> 73;
            case CRITICAL -> 99;
        };
    }
}
