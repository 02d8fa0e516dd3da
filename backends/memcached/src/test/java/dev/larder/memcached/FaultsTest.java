package dev.larder.memcached;

import dev.larder.contract.fault.FaultsContract;
import dev.larder.memcached.server.MemcachedServer;
import java.util.List;

final class FaultsTest extends FaultsContract<MemcachedServer> {
    @Override
    protected MemcachedServer start(String... options) {
        return MemcachedServer.start(options);
    }

    @Override
    protected List<List<String>> evictingOptions() {
        return List.of(List.of("-m", "8"));
    }

    @Override
    protected List<String> refusingOptions() {
        return List.of("-m", "8", "-M");
    }

    @Override
    protected String refusalMessage() {
        return "out of memory";
    }
}
