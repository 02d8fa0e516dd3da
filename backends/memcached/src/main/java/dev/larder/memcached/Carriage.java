package dev.larder.memcached;

import com.google.code.yanf4j.buffer.IoBuffer;
import com.google.code.yanf4j.core.Session;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import net.rubyeye.xmemcached.command.Command;
import net.rubyeye.xmemcached.command.CommandType;
import net.rubyeye.xmemcached.command.OperationStatus;
import net.rubyeye.xmemcached.impl.MemcachedTCPSession;

/**
 * What several threads say to one server in one breath, which the client takes for one command of whatever
 * kind. It stands in the client's queue until the connection is free; who comes meanwhile gets in. Then it
 * departs: first all that changes something, in the order of boarding, then the questions, those for entries
 * of one cache as a single {@code gets} that asks for the cache's stamp once. So each finds its own changes done
 * when its question is answered, and what others do in the same breath is done at the same time as far as anybody can tell.
 */
final class Carriage extends Command {
    /** Keys of one command: other connections to the server wait meanwhile. */
    private static final int MOST_KEYS = 500;

    /** Beyond this, joining costs more in copies than it saves in trips. */
    private static final int MOST_BYTES = 128 << 10;

    private static final Seat DEPARTED = new Seat(new Draft(new byte[0], List.of(), List.of(), true));

    private final Session session;
    private final AtomicReference<Seat> last;
    private final Deque<Seat> seats = new ArrayDeque<>();
    private final Deque<Reply> expected = new ArrayDeque<>();

    Carriage(Session session, Seat first) {
        // The client merges single reads and writes on its own terms; this kind it leaves alone.
        super(CommandType.GET_MANY, new CountDownLatch(1));
        this.session = session;
        this.last = new AtomicReference<>(first.alone());
        setIoBuffer(IoBuffer.wrap(first.draft().commands()));
    }

    Session session() {
        return session;
    }

    /** Takes one more aboard; not if it is full or has departed. */
    boolean admits(Seat seat) {
        while (true) {
            Seat before = last.get();
            if (before == DEPARTED || !seat.fitsBehind(before, MOST_KEYS, MOST_BYTES)) {
                return false;
            }
            if (last.compareAndSet(before, seat)) {
                return true;
            }
        }
    }

    @Override
    public void encode() {
        // Later: nothing is said before the connection is free.
    }

    /** The client asks for this when it is about to send, and never before: for that moment it has no call of its own. */
    @Override
    public OperationStatus getStatus() {
        Seat seat = last.getAndSet(DEPARTED);
        if (seat != DEPARTED) {
            depart(seat);
        }
        return super.getStatus();
    }

    private void depart(Seat from) {
        for (Seat seat = from; seat != null; seat = seat.before()) {
            seats.addFirst(seat);
        }
        Wording wording = new Wording(from.bytesUpToHere());
        List<Items> questions = new ArrayList<>(1);
        for (Seat seat : seats) {
            wording.raw(seat.draft().commands());
            expected.addAll(seat.replies());
            seat.ask(questions);
        }
        questions.forEach(wording::question);
        expected.addAll(questions);
        setIoBuffer(IoBuffer.wrap(wording.done()));
    }

    @Override
    public boolean decode(MemcachedTCPSession from, ByteBuffer buffer) {
        for (Reply reply = expected.peek(); reply != null; reply = expected.peek()) {
            if (!reply.take(buffer)) {
                return false;
            }
            expected.remove();
        }
        countDownLatch();
        for (Seat seat : seats) {
            seat.back().countDown();
        }
        return true;
    }

    /** Never what it carries. */
    @Override
    public String toString() {
        return "carriage";
    }
}
