package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManagerSlotTest {
    private final ManagerSlot slot = new ManagerSlot();

    @Test
    void enter_interruptedWhileAnotherIsInside_returnsAtOnceAndKeepsTheFlag() throws Exception {
        assertThat(slot.enter()).isTrue();
        CompletableFuture<String> outcome = new CompletableFuture<>();
        Thread other = new Thread(() -> {
            boolean entered = slot.enter();
            outcome.complete(entered + " " + Thread.currentThread().isInterrupted());
            slot.leave(entered);
        });
        other.start();
        other.interrupt();
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo("false true");
        slot.leave(true);
    }

    @Test
    void enter_byTheThreadThatIsInside_neverWaits() {
        assertThat(slot.enter()).isTrue();
        assertThat(slot.enter()).isTrue();
        slot.leave(true);
        slot.leave(true);
    }
}
