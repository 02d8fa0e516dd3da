package dev.larder.redis.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/**
 * Merges consecutive reads for one server into one {@code MGET}, which costs less to send, execute and receive
 * than separate reads. {@link #unfolded} splits the answer again, so that callers see no difference.
 */
public final class MgetMerger {
    /** Keys in one command. The server serves no other client while it runs. */
    public static final int MAX_KEYS = 500;

    private static final int NOT_MERGEABLE = MAX_KEYS + 1;

    private final List<MergedRequest> merged = new ArrayList<>();
    private final int commands;

    public MgetMerger(List<Request> requests) {
        commands = requests.size();
        int begin = 0;
        int keys = 0;
        for (int i = 0; i < commands; i++) {
            int more = isRead(requests.get(i)) ? keys(requests.get(i)) : NOT_MERGEABLE;
            if (keys + more > MAX_KEYS) {
                addMerged(requests.subList(begin, i));
                begin = i;
                keys = 0;
            }
            keys += more;
        }
        addMerged(requests.subList(begin, commands));
    }

    /**
     * A command as it is sent.
     *
     * @param reads the reads that it replaces; empty if it replaces none
     */
    private record MergedRequest(Request request, List<Request> reads) {}

    private void addMerged(List<Request> group) {
        if (group.size() == 1) {
            merged.add(new MergedRequest(group.get(0), List.of()));
        } else if (!group.isEmpty()) {
            merged.add(new MergedRequest(merge(group), group));
        }
    }

    private static Request merge(List<Request> reads) {
        List<byte[]> keys = new ArrayList<>(2 * reads.size());
        reads.forEach(read -> read.arguments().getKeys().forEach(key -> keys.add((byte[]) key)));
        return Requests.getAll(keys);
    }

    private static boolean isRead(Request request) {
        return request.arguments().getCommand() == Command.GET || isMget(request);
    }

    private static boolean isMget(Request request) {
        return request.arguments().getCommand() == Command.MGET;
    }

    private static int keys(Request read) {
        return read.arguments().getKeys().size();
    }

    /** The commands to send. */
    public List<Request> requests() {
        return merged.stream().map(MergedRequest::request).toList();
    }

    /** The answers to the original commands, taken from the answers to {@link #requests}. */
    public List<@Nullable Object> splitAnswers(List<@Nullable Object> answers) {
        List<@Nullable Object> all = new ArrayList<>(commands);
        for (int i = 0; i < merged.size(); i++) {
            List<Request> reads = merged.get(i).reads();
            if (reads.isEmpty()) {
                all.add(answers.get(i));
            } else {
                splitAnswer(Replies.list(answers.get(i)), reads, all);
            }
        }
        return all;
    }

    private static void splitAnswer(List<?> found, List<Request> reads, List<@Nullable Object> all) {
        int from = 0;
        for (Request each : reads) {
            int to = from + keys(each);
            all.add(isMget(each) ? found.subList(from, to) : found.get(from));
            from = to;
        }
    }
}
