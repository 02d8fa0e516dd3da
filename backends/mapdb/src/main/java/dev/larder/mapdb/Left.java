package dev.larder.mapdb;

/** What was about to be used is in use no more; nothing was done, and a second look finds what has taken its place. */
final class Left extends RuntimeException {
    private static final long serialVersionUID = 1;

    Left() {
        super("not in use any more", null, false, false);
    }
}
