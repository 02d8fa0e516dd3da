package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldersTest {
    @Test
    void notShared_theFirstToLeaveCloses() {
        Holders holders = new Holders(false);
        holders.add();
        holders.add();
        assertThat(holders.remove()).isTrue();
        assertThat(holders.areGone()).isTrue();
        assertThat(holders.remove()).isFalse();
    }

    @Test
    void shared_theLastToLeaveCloses() {
        Holders holders = new Holders(true);
        holders.add();
        holders.add();
        assertThat(holders.remove()).isFalse();
        assertThat(holders.areGone()).isFalse();
        assertThat(holders.remove()).isTrue();
        assertThat(holders.areGone()).isTrue();
    }

    @Test
    void shared_removeAll_closesOnceWhoeverHolds() {
        Holders holders = new Holders(true);
        holders.add();
        holders.add();
        assertThat(holders.removeAll()).isTrue();
        assertThat(holders.removeAll()).isFalse();
        assertThat(holders.remove()).isFalse();
    }

    @Test
    void add_afterTheEnd_isRefused() {
        Holders holders = new Holders(false);
        holders.add();
        holders.remove();
        assertThat(holders.add()).isFalse();
        assertThat(holders.areGone()).isTrue();
    }
}
