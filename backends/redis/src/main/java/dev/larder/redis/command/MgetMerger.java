package dev.larder.redis.command;

import dev.larder.redis.entry.EntryReads;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/**
 * Merges consecutive reads for one server into one {@code MGET}, which costs less to send, execute and receive
 * than separate reads. {@link #unfolded} splits the answer again, so that callers see no difference.
 */
public final class MgetMerger {
    private static final int ALONE = EntryReads.MOST + 1;

    private final List<Fold> folds = new ArrayList<>();
    private final int commands;

    public MgetMerger(List<Request> requests) {
        commands = requests.size();
        int begin = 0;
        int keys = 0;
        for (int i = 0; i < commands; i++) {
            int more = isRead(requests.get(i)) ? keys(requests.get(i)) : ALONE;
            if (keys + more > EntryReads.MOST) {
                fold(requests.subList(begin, i));
                begin = i;
                keys = 0;
            }
            keys += more;
        }
        fold(requests.subList(begin, commands));
    }

    /**
     * A command as it is sent.
     *
     * @param reads the reads that it replaces; empty if it replaces none
     */
    private record Fold(Request request, List<Request> reads) {}

    private void fold(List<Request> some) {
        if (some.size() == 1) {
            folds.add(new Fold(some.get(0), List.of()));
        } else if (!some.isEmpty()) {
            folds.add(new Fold(together(some), some));
        }
    }

    private static Request together(List<Request> reads) {
        List<byte[]> keys = new ArrayList<>(2 * reads.size());
        reads.forEach(read -> read.arguments().getKeys().forEach(key -> keys.add((byte[]) key)));
        return Requests.getAll(keys);
    }

    private static boolean isRead(Request request) {
        return request.arguments().getCommand() == Command.GET || isMany(request);
    }

    private static boolean isMany(Request request) {
        return request.arguments().getCommand() == Command.MGET;
    }

    private static int keys(Request read) {
        return read.arguments().getKeys().size();
    }

    /** The commands to send. */
    public List<Request> requests() {
        return folds.stream().map(Fold::request).toList();
    }

    /** The answers to the original commands, taken from the answers to {@link #requests}. */
    public List<@Nullable Object> unfolded(List<@Nullable Object> answers) {
        List<@Nullable Object> all = new ArrayList<>(commands);
        for (int i = 0; i < folds.size(); i++) {
            List<Request> reads = folds.get(i).reads();
            if (reads.isEmpty()) {
                all.add(answers.get(i));
            } else {
                takeApart(Replies.list(answers.get(i)), reads, all);
            }
        }
        return all;
    }

    private static void takeApart(List<?> found, List<Request> reads, List<@Nullable Object> all) {
        int from = 0;
        for (Request each : reads) {
            int to = from + keys(each);
            all.add(isMany(each) ? found.subList(from, to) : found.get(from));
            from = to;
        }
    }
}
