package dev.larder.redis;

import dev.larder.contract.TaggingContract;
import dev.larder.redis.server.SharedCluster;

final class ClusterTagsTest extends TaggingContract {
    @Override
    protected String address() {
        return SharedCluster.get().address() + "?timeout=10s";
    }
}
