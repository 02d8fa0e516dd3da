package dev.larder.memcached;

import com.google.code.yanf4j.buffer.IoBuffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import net.rubyeye.xmemcached.command.Command;
import net.rubyeye.xmemcached.command.CommandType;
import net.rubyeye.xmemcached.impl.MemcachedTCPSession;

/**
 * A draft on its way through the client, which takes it for one command of whatever kind: several commands
 * travel in it together, and those that the client does not know.
 */
final class Request extends Command {
    private final byte[] bytes;
    private final List<Reply> replies;
    private int complete;

    Request(Draft draft) {
        // The client merges single reads and writes on its own terms; this kind it leaves alone.
        super(CommandType.GET_MANY, new CountDownLatch(1));
        this.bytes = draft.bytes();
        this.replies = draft.replies();
    }

    List<Reply> replies() {
        return replies;
    }

    @Override
    public void encode() {
        setIoBuffer(IoBuffer.wrap(bytes));
    }

    @Override
    public boolean decode(MemcachedTCPSession session, ByteBuffer buffer) {
        while (complete < replies.size()) {
            if (!replies.get(complete).take(buffer)) {
                return false;
            }
            complete++;
        }
        countDownLatch();
        return true;
    }

    /** Never what it carries. */
    @Override
    public String toString() {
        return "request of " + bytes.length + " bytes";
    }
}
