package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Stored;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private final Stored dead = new ObjectEntry("dead", 0);
    private final Stored other = new ObjectEntry("other", 0);
    private final Shelf<?, ?> shelf = (Shelf<?, ?>) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Shelf.class}, (self, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("isTagDead");
                return arguments[0] == dead;
            });
    private final Decisions decisions = new Decisions("orders", shelf);

    @Test
    void nameOf_whatWasFound_saysWhy() {
        assertThat(decisions.nameOf(null, false, false)).isEqualTo("miss");
        assertThat(decisions.nameOf(other, true, true)).isEqualTo("hit");
        assertThat(decisions.nameOf(dead, false, true)).isEqualTo("tag-dead");
        assertThat(decisions.nameOf(other, false, false)).isEqualTo("expired");
        assertThat(decisions.nameOf(other, false, true)).isEqualTo("undecodable");
    }
}
