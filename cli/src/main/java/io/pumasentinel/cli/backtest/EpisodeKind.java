package io.pumasentinel.cli.backtest;

/** Whether somebody wants to hear of a labelled stretch of time. */
public enum EpisodeKind {
    /** Somebody meant harm: an alert is wanted. */
    ATTACK,
    /** Something broke: an alert is wanted. */
    FAULT,
    /** Ordinary traffic or wanted work, such as a deployment: no alert may begin in it. */
    NORMAL;

    /** Whether an alert is wanted. */
    public boolean isWanted() {
        return this != NORMAL;
    }
}
