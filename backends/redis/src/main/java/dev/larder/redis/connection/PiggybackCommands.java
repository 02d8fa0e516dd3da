package dev.larder.redis.connection;

import dev.larder.redis.command.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds further requests to the first request that it sends, in the same round trip. For one call in one thread. */
public final class PiggybackCommands implements Commands {
    private final Commands commands;
    private final List<Request> further;
    private @Nullable List<@Nullable Object> answers;

    public PiggybackCommands(Commands commands, List<Request> further) {
        this.commands = commands;
        this.further = further;
    }

    /** The answers to the further requests. If nothing has been sent yet, they are sent alone. */
    public List<@Nullable Object> answers() {
        List<@Nullable Object> present = answers;
        if (present == null) {
            present = commands.sendAll(further);
            answers = present;
        }
        return present;
    }

    @Override
    public @Nullable Object send(Request request) {
        return answers == null ? sendAll(List.of(request)).get(0) : commands.send(request);
    }

    @Override
    public List<@Nullable Object> sendAll(List<Request> requests) {
        if (answers != null) {
            return commands.sendAll(requests);
        }
        List<Request> together = new ArrayList<>(requests.size() + further.size());
        together.addAll(requests);
        together.addAll(further);
        List<@Nullable Object> all = commands.sendAll(together);
        answers = all.subList(requests.size(), all.size());
        return all.subList(0, requests.size());
    }

    /** Not lenient: an entry whose tags are not known for certain must not be returned. */
    @Override
    public List<@Nullable Object> sendAllLeniently(List<Request> requests) {
        return sendAll(requests);
    }
}
