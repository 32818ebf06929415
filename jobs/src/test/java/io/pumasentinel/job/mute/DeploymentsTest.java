package io.pumasentinel.job.mute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeploymentsTest {
    private static final long MUTE = 300;

    private final Deployments deployments = new Deployments();

    @Test
    void mutesFromTheRestartOnForTheStatedTime() {
        assertThat(deployments.mutes(1_000, MUTE)).isFalse();
        deployments.restarted(1_000, MUTE);
        assertThat(deployments.mutes(999, MUTE)).isFalse();
        assertThat(deployments.mutes(1_000, MUTE)).isTrue();
        assertThat(deployments.mutes(1_299, MUTE)).isTrue();
        assertThat(deployments.mutes(1_300, MUTE)).isFalse();
    }

    @Test
    void mutesAtMostHalfOfTheTimeHoweverOftenTheServerRestarts() {
        int muted = 0;
        for (long time = 0; time < 60_000; time++) {
            if (time % 7 == 0) {
                deployments.restarted(time, MUTE);
            }
            muted += deployments.mutes(time, MUTE) ? 1 : 0;
        }
        assertThat(muted).isBetween(25_000, 30_300);
    }

    @Test
    void isOverAfterTwiceTheTime() {
        assertThat(deployments.isOver(0, MUTE)).isTrue();
        deployments.restarted(1_000, MUTE);
        assertThat(deployments.isOver(1_599, MUTE)).isFalse();
        assertThat(deployments.isOver(1_600, MUTE)).isTrue();
    }

    @Test
    void mutesNothingForNoTime() {
        deployments.restarted(1_000, 0);
        assertThat(deployments.mutes(1_000, 0)).isFalse();
        assertThat(deployments.isOver(1_000, 0)).isTrue();
    }
}
