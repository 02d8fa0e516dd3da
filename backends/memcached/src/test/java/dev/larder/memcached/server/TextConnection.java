package dev.larder.memcached.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plain connection to a server, for looking at it from outside. */
public final class TextConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;
    private final BufferedReader in;

    TextConnection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Says something, lines parted by CR LF, and gives the first line of the answer. */
    public String say(String words) {
        try {
            socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return line();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stores a value, as another application would. */
    public void set(String key, String value) {
        say("set " + key + " 0 0 " + value.length() + "\r\n" + value);
    }

    /** {@link #set} for many keys, in one breath. */
    public void setAll(List<String> keys, String value) {
        StringBuilder words = new StringBuilder();
        for (String key : keys) {
            words.append("set ")
                    .append(key)
                    .append(" 0 0 ")
                    .append(value.length())
                    .append(" noreply\r\n");
            words.append(value).append("\r\n");
        }
        say(words + "version");
    }

    /** The remaining seconds of an item, -1 for ever. */
    public long timeToLive(String key) {
        String answer = say("mg " + key + " t");
        return Long.parseLong(answer.substring(answer.indexOf(" t") + 2));
    }

    /** What the server counts. */
    public Map<String, Long> statistics() {
        Map<String, Long> values = new TreeMap<>();
        for (String line = say("stats"); !line.equals("END"); line = line()) {
            String[] words = line.split(" ");
            if (words[2].matches("\\d{1,18}")) {
                values.put(words[1], Long.valueOf(words[2]));
            }
        }
        return values;
    }

    private String line() {
        try {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("the server hung up");
            }
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
