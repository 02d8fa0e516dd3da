package dev.larder.memcached;

import dev.larder.contract.process.SeveralJvmsContract;
import dev.larder.memcached.server.SharedServer;

final class SeveralJvmsTest extends SeveralJvmsContract {
    @Override
    protected String address() {
        return SharedServer.get().address() + "?timeout=10s";
    }
}
