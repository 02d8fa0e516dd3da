package dev.larder.memcached;

import com.google.code.yanf4j.buffer.IoBuffer;
import com.google.code.yanf4j.core.Session;
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
final class Carriage extends Command {
    /** Keys, and bytes, that travel together: with more, client and server would take turns at being idle. */
    private static final int MOST_KEYS = 10;

    private static final int MOST_BYTES = 32 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(Carriage.class);

    private static final IoBuffer NOTHING_YET = IoBuffer.allocate(0);

    private final Session session;
    private final Runnable onReply;
    private final AtomicReference<@Nullable Seat> last;
    private final Deque<Reply> expected = new ArrayDeque<>(2);
    private volatile List<Seat> aboard = List.of();

    /**
     * @param onReply is told that the server has answered, whether or not anybody waits for it still
     */
    Carriage(Session session, Seat first, Runnable onReply) {
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
    boolean admits(Seat seat) {
        while (true) {
            Seat before = last.get();
            if (before == null || !seat.isBehind(before, MOST_KEYS, MOST_BYTES)) {
                return false;
            }
            if (last.compareAndSet(before, seat)) {
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
        Seat seat = last.getAndSet(null);
        if (seat != null) {
            try {
                depart(seat);
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
        Seat seat = last.getAndSet(null);
        if (seat != null) {
            aboard = inOrder(seat);
            setException(new IOException("the request was not sent"));
        }
    }

    private void depart(Seat behind) {
        List<Seat> seats = inOrder(behind);
        aboard = seats;
        Wording wording = new Wording(behind.bytesUpToHere());
        List<Items> questions = new ArrayList<>(1);
        for (Seat seat : seats) {
            seat.draft().commands().forEach(wording::raw);
            expected.addAll(seat.replies());
            seat.ask(questions);
        }
        // Behind the changes, since a server that asks for a password wants to hear that first.
        Echo echo = new Echo();
        echo.ask(wording);
        expected.add(echo);
        questions.forEach(question -> wording.gets(question.keys()));
        expected.addAll(questions);
        setIoBuffer(IoBuffer.wrap(wording.buffer()));
    }

    private static List<Seat> inOrder(Seat behind) {
        List<Seat> seats = new ArrayList<>();
        for (Seat seat = behind; seat != null; seat = seat.before()) {
            seats.add(seat);
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
        List<Seat> seats = aboard;
        aboard = List.of();
        for (Seat seat : seats) {
            seat.back().countDown();
        }
    }

    /** Never what it carries. */
    @Override
    public String toString() {
        return "carriage";
    }
}
