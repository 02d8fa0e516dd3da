package dev.larder.memcached.connection;

import com.google.code.yanf4j.buffer.IoBuffer;
import com.google.code.yanf4j.core.Session;
import dev.larder.memcached.protocol.CommandBuffer;
import dev.larder.memcached.protocol.EchoCheck;
import dev.larder.memcached.protocol.GetsReply;
import dev.larder.memcached.protocol.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.rubyeye.xmemcached.command.Command;
import net.rubyeye.xmemcached.command.CommandType;
import net.rubyeye.xmemcached.command.OperationStatus;
import net.rubyeye.xmemcached.impl.MemcachedTCPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of several threads to one server, sent together. The client sees a single command and keeps it in
 * its queue until the connection is free; until then further requests can join. When the batch is sent, all
 * changes come first, in the order in which they joined. The reads follow; those of one cache become one
 * {@code gets} that reads the cache's clear stamp once. So each read sees the changes of its own request. A
 * change of another request in the batch counts as concurrent.
 *
 * <p>An idle connection sends at once; only a busy one batches.
 */
final class BatchedCommand extends Command {
    /** The most keys, and bytes, in one batch. With more, client and server would wait for each other in turn. */
    private static final int MAX_KEYS = 10;

    private static final int MAX_BYTES = 32 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(BatchedCommand.class);

    private static final IoBuffer NOTHING_YET = IoBuffer.allocate(0);

    private final Session session;
    private final Runnable onReply;
    private final AtomicReference<@Nullable PendingCall> last;
    private final Deque<Reply> expectedReplies = new ArrayDeque<>(2);
    private volatile List<PendingCall> calls = List.of();

    /**
     * @param onReply runs when the server has answered, even if no caller waits any more
     */
    BatchedCommand(Session session, PendingCall first, Runnable onReply) {
        // The client merges single reads and writes by its own rules, but not commands of this type.
        super(CommandType.GET_MANY);
        this.session = session;
        this.onReply = onReply;
        this.last = new AtomicReference<>(first.asFirst());
    }

    Session session() {
        return session;
    }

    /** Adds a request. False if the batch would become too large or has been sent. */
    boolean tryAdd(PendingCall pendingCall) {
        while (true) {
            PendingCall before = last.get();
            if (before == null || !pendingCall.tryFollow(before, MAX_KEYS, MAX_BYTES)) {
                return false;
            }
            if (last.compareAndSet(before, pendingCall)) {
                return true;
            }
        }
    }

    /** The client calls this when it queues the command, which is too early to build the bytes. */
    @Override
    public void encode() {
        setIoBuffer(NOTHING_YET);
    }

    /**
     * The client calls this just before it sends the command and never earlier. It has no other hook for that
     * moment.
     */
    @Override
    public OperationStatus getStatus() {
        PendingCall pendingCall = last.getAndSet(null);
        if (pendingCall != null) {
            try {
                buildBatch(pendingCall);
            } catch (Error failure) {
                // An Error would end the thread that serves all connections; this exception ends only this
                // connection.
                throw new IllegalStateException("a request could not be encoded", failure);
            }
            // Otherwise the client would merge the buffer with the next command, which copies it.
            setStatus(OperationStatus.WRITING);
        }
        return super.getStatus();
    }

    /** Ends a batch that will not be sent: no request can join, and the waiting callers fail. */
    void abandon() {
        PendingCall pendingCall = last.getAndSet(null);
        if (pendingCall != null) {
            calls = inOrder(pendingCall);
            setException(new IOException("the request was not sent"));
        }
    }

    private void buildBatch(PendingCall newest) {
        List<PendingCall> pendingCalls = inOrder(newest);
        calls = pendingCalls;
        CommandBuffer commandBuffer = new CommandBuffer(newest.totalBytes());
        List<GetsReply> reads = new ArrayList<>(1);
        for (PendingCall pendingCall : pendingCalls) {
            pendingCall.request().commands().forEach(commandBuffer::raw);
            expectedReplies.addAll(pendingCall.replies());
            pendingCall.addReads(reads);
        }
        // After the changes, because a server that requires a password expects that first.
        EchoCheck echoCheck = new EchoCheck();
        echoCheck.appendTo(commandBuffer);
        expectedReplies.add(echoCheck);
        reads.forEach(read -> commandBuffer.gets(read.keys()));
        expectedReplies.addAll(reads);
        setIoBuffer(IoBuffer.wrap(commandBuffer.buffer()));
    }

    private static List<PendingCall> inOrder(PendingCall newest) {
        List<PendingCall> pendingCalls = new ArrayList<>();
        for (PendingCall pendingCall = newest; pendingCall != null; pendingCall = pendingCall.previous()) {
            pendingCalls.add(pendingCall);
        }
        Collections.reverse(pendingCalls);
        return pendingCalls;
    }

    /**
     * An answer that does not belong to the request closes the connection, since the next bytes cannot be
     * interpreted.
     */
    @Override
    public boolean decode(MemcachedTCPSession from, ByteBuffer buffer) {
        try {
            if (!isWhole(buffer)) {
                return false;
            }
        } catch (RuntimeException | Error failure) {
            LOG.warn(
                    "a reply of memcached at {} does not belong to its request; its connection is closed",
                    session,
                    failure);
            session.close(); // first, so that a caller that repeats the request takes another connection
            setException(new IOException("a reply that does not belong to its request", failure));
            return false;
        }
        onReply.run();
        releaseCallers();
        return true;
    }

    private boolean isWhole(ByteBuffer buffer) {
        for (Reply reply = expectedReplies.peek(); reply != null; reply = expectedReplies.peek()) {
            if (!reply.parse(buffer)) {
                return false;
            }
            expectedReplies.remove();
        }
        return true;
    }

    /** The client calls this when the connection is lost. */
    @Override
    public void setException(Exception loss) {
        super.setException(loss);
        releaseCallers();
    }

    // One latch per request. With a shared latch the threads wake each other in turn, which halves the
    // throughput.
    private void releaseCallers() {
        List<PendingCall> pendingCalls = calls;
        calls = List.of();
        for (PendingCall pendingCall : pendingCalls) {
            pendingCall.done().countDown();
        }
    }

    /** Never shows keys or values. */
    @Override
    public String toString() {
        return "batched command";
    }
}
