package dev.larder.internal.manager;

import java.net.URI;

/** What tells managers of one provider apart. */
record ManagerId(URI uri, ClassLoader loader) {}
