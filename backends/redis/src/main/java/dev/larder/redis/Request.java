package dev.larder.redis;

import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** One command on its way to the server. */
class Request {
    private final CommandArguments arguments;

    Request(CommandArguments arguments) {
        this.arguments = arguments;
    }

    CommandArguments arguments() {
        return arguments;
    }

    /** What to send if the server does not know the script; the same for anything that is no script. */
    CommandArguments spelledOut() {
        return arguments;
    }

    /** Whether it changes nothing, so that it may be sent again if a connection turns out to be dead. */
    boolean isHarmless() {
        return switch ((Command) arguments.getCommand()) {
            case GET, MGET, TIME, SCAN, PING -> true;
            default -> false;
        };
    }
}
