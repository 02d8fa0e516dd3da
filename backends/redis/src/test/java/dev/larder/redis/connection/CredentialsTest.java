package dev.larder.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.IncrementingJvm;
import dev.larder.redis.server.RedisServer;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** Credentials appear in no message. */
final class CredentialsTest {
    @Test
    void password_wrong_isInNoMessage() {
        try (RedisServer server = RedisServer.start("--requirepass", "right");
                CacheManager manager = IncrementingJvm.manager("redis://:hunter2@" + server.host() + "?timeout=1s")) {
            Cache<String, String> cache = Workload.cache(manager, "secret");
            Throwable refused = catchThrowable(() -> cache.put("a", "1"));
            assertThat(refused).isInstanceOf(CacheException.class);
            assertThat(Throwables.getStackTrace(refused)).contains("127.0.0.1").doesNotContain("hunter2");
        }
    }
}
