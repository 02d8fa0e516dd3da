package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.engine.store.StoreAdapter;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Stored;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
    private final Stored dead = new ObjectEntry("dead", 0);
    private final Stored other = new ObjectEntry("other", 0);
    private final StoreAdapter<?, ?> storeAdapter = (StoreAdapter<?, ?>) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {StoreAdapter.class}, (self, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("isTagDead");
                return arguments[0] == dead;
            });
    private final DecisionLog decisionLog = new DecisionLog("orders", storeAdapter);

    @Test
    void nameOf_whatWasFound_saysWhy() {
        assertThat(decisionLog.nameOf(null, false, false)).isEqualTo("miss");
        assertThat(decisionLog.nameOf(other, true, true)).isEqualTo("hit");
        assertThat(decisionLog.nameOf(dead, false, true)).isEqualTo("tag-dead");
        assertThat(decisionLog.nameOf(other, false, false)).isEqualTo("expired");
        assertThat(decisionLog.nameOf(other, false, true)).isEqualTo("undecodable");
    }
}
