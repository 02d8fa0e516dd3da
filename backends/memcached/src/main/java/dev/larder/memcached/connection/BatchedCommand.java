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
 * What several threads say to one server in one breath. The client takes it for a command of whatever kind
 * and lets it stand in its queue until the connection is free; who comes meanwhile gets in. Then it departs:
 * first all that changes something, in the order of boarding, then the questions, those for the entries of one
 * cache as one {@code gets} that asks for the cache's stamp once. So each question is answered after the
 * changes that came with it, and what others say in the same breath happens while one waits, as ever.
 *
 * <p>A lone thread finds no carriage that waits, and its own departs at once: it loses nothing.
 */
final class BatchedCommand extends Command {
    /** Keys, and bytes, that travel together: with more, client and server would take turns at being idle. */
    private static final int MOST_KEYS = 10;

    private static final int MOST_BYTES = 32 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(BatchedCommand.class);

    private static final IoBuffer NOTHING_YET = IoBuffer.allocate(0);

    private final Session session;
    private final Runnable onReply;
    private final AtomicReference<@Nullable PendingCall> last;
    private final Deque<Reply> expected = new ArrayDeque<>(2);
    private volatile List<PendingCall> aboard = List.of();

    /**
     * @param onReply is told that the server has answered, whether or not anybody waits for it still
     */
    BatchedCommand(Session session, PendingCall first, Runnable onReply) {
        // The client merges single reads and writes on its own terms; this kind it leaves alone.
        super(CommandType.GET_MANY);
        this.session = session;
        this.onReply = onReply;
        this.last = new AtomicReference<>(first.alone());
    }

    Session session() {
        return session;
    }

    /** Takes one more aboard; not if that would be too much, or it has departed. */
    boolean admits(PendingCall pendingCall) {
        while (true) {
            PendingCall before = last.get();
            if (before == null || !pendingCall.isBehind(before, MOST_KEYS, MOST_BYTES)) {
                return false;
            }
            if (last.compareAndSet(before, pendingCall)) {
                return true;
            }
        }
    }

    /** Called when it is put into the queue, which is too early. */
    @Override
    public void encode() {
        setIoBuffer(NOTHING_YET);
    }

    /** Called when it is about to be sent, and never before: the client has no other call for that moment. */
    @Override
    public OperationStatus getStatus() {
        PendingCall pendingCall = last.getAndSet(null);
        if (pendingCall != null) {
            try {
                depart(pendingCall);
            } catch (Error failure) {
                // An error would end the thread that sends and reads for all; this ends the connection.
                throw new IllegalStateException("a request could not be put together", failure);
            }
            // Else the client would copy it together with what stands behind it.
            setStatus(OperationStatus.WRITING);
        }
        return super.getStatus();
    }

    /** It will not be sent: nobody else is to come in, and nobody is to wait. */
    void cancelled() {
        PendingCall pendingCall = last.getAndSet(null);
        if (pendingCall != null) {
            aboard = inOrder(pendingCall);
            setException(new IOException("the request was not sent"));
        }
    }

    private void depart(PendingCall behind) {
        List<PendingCall> seats = inOrder(behind);
        aboard = seats;
        CommandBuffer commandBuffer = new CommandBuffer(behind.bytesUpToHere());
        List<GetsReply> questions = new ArrayList<>(1);
        for (PendingCall pendingCall : seats) {
            pendingCall.draft().commands().forEach(commandBuffer::raw);
            expected.addAll(pendingCall.replies());
            pendingCall.ask(questions);
        }
        // Behind the changes, since a server that asks for a password wants to hear that first.
        EchoCheck echoCheck = new EchoCheck();
        echoCheck.ask(commandBuffer);
        expected.add(echoCheck);
        questions.forEach(question -> commandBuffer.gets(question.keys()));
        expected.addAll(questions);
        setIoBuffer(IoBuffer.wrap(commandBuffer.buffer()));
    }

    private static List<PendingCall> inOrder(PendingCall behind) {
        List<PendingCall> seats = new ArrayList<>();
        for (PendingCall pendingCall = behind; pendingCall != null; pendingCall = pendingCall.before()) {
            seats.add(pendingCall);
        }
        Collections.reverse(seats);
        return seats;
    }

    /** What does not belong to the question ends the connection: nobody knows what the next bytes mean. */
    @Override
    public boolean decode(MemcachedTCPSession from, ByteBuffer buffer) {
        try {
            if (!isWhole(buffer)) {
                return false;
            }
        } catch (RuntimeException | Error failure) {
            LOG.warn(
                    "an answer of memcached at {} is none to what was asked; its connection is closed",
                    session,
                    failure);
            session.close(); // First, so that whoever says it again does not do so here.
            setException(new IOException("an answer that is none to what was asked", failure));
            return false;
        }
        onReply.run();
        arrive();
        return true;
    }

    private boolean isWhole(ByteBuffer buffer) {
        for (Reply reply = expected.peek(); reply != null; reply = expected.peek()) {
            if (!reply.take(buffer)) {
                return false;
            }
            expected.remove();
        }
        return true;
    }

    /** Called when the connection is lost. */
    @Override
    public void setException(Exception loss) {
        super.setException(loss);
        arrive();
    }

    // One latch for all would be cheaper here, and let each thread wake the next: half as many operations a second.
    private void arrive() {
        List<PendingCall> seats = aboard;
        aboard = List.of();
        for (PendingCall pendingCall : seats) {
            pendingCall.back().countDown();
        }
    }

    /** Never what it carries. */
    @Override
    public String toString() {
        return "carriage";
    }
}
