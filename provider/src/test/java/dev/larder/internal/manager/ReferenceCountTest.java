package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceCountTest {
    @Test
    void notShared_theFirstToLeaveCloses() {
        ReferenceCount referenceCount = new ReferenceCount(false);
        referenceCount.add();
        referenceCount.add();
        assertThat(referenceCount.remove()).isTrue();
        assertThat(referenceCount.isClosed()).isTrue();
        assertThat(referenceCount.remove()).isFalse();
    }

    @Test
    void shared_theLastToLeaveCloses() {
        ReferenceCount referenceCount = new ReferenceCount(true);
        referenceCount.add();
        referenceCount.add();
        assertThat(referenceCount.remove()).isFalse();
        assertThat(referenceCount.isClosed()).isFalse();
        assertThat(referenceCount.remove()).isTrue();
        assertThat(referenceCount.isClosed()).isTrue();
    }

    @Test
    void shared_removeAll_closesOnceDespiteHolders() {
        ReferenceCount referenceCount = new ReferenceCount(true);
        referenceCount.add();
        referenceCount.add();
        assertThat(referenceCount.removeAll()).isTrue();
        assertThat(referenceCount.removeAll()).isFalse();
        assertThat(referenceCount.remove()).isFalse();
    }

    @Test
    void add_afterTheEnd_isRefused() {
        ReferenceCount referenceCount = new ReferenceCount(false);
        referenceCount.add();
        referenceCount.remove();
        assertThat(referenceCount.add()).isFalse();
        assertThat(referenceCount.isClosed()).isTrue();
    }
}
