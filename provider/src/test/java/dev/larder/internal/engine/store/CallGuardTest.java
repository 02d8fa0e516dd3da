package dev.larder.internal.engine.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallGuardTest {
    @Test
    void check_afterClose_namesTheCacheAndTheWayOut() {
        CallGuard callGuard = new CallGuard("orders");
        assertThatCode(callGuard::check).doesNotThrowAnyException();
        callGuard.close();
        assertThatThrownBy(callGuard::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cache 'orders' was closed during the operation; take it from its manager again");
    }
}
