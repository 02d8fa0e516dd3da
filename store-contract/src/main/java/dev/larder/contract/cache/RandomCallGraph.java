package dev.larder.contract.cache;

import dev.larder.contract.ThreadDump;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/**
 * Counters in three caches. Processors, the listener, the loader and the writer go on to other counters. They do so on
 * their own thread, or on another one for which they wait. Most go to a later counter; some go to any, which closes
 * cycles.
 */
final class RandomCallGraph {
    private static final int KEYS = 60;
    private static final int CACHES = 3;
    private static final int DEPTH = 3;
    private static final int ANY = 60;
    private static final long TIMEOUT_SECONDS = 60;

    private final ExecutorService pool;
    private final List<Cache<String, Integer>> caches = new ArrayList<>();
    private final AtomicIntegerArray expected = new AtomicIntegerArray(KEYS * CACHES);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<@Nullable Place> place = new ThreadLocal<>();

    /** Where a thread is: the counter, how many more steps it may take, and whether they may lead to any counter. */
    private record Place(int counter, int depth, boolean free, Random random) {}

    RandomCallGraph(
            ExecutorService pool,
            MutableConfiguration<String, Integer> plain,
            Function<MutableConfiguration<String, Integer>, Cache<String, Integer>> maker) {
        this.pool = pool;
        Listener listener = new Listener();
        caches.add(maker.apply(new MutableConfiguration<>(plain)
                .addCacheEntryListenerConfiguration(
                        new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true))));
        caches.add(maker.apply(
                new MutableConfiguration<>(plain).setReadThrough(true).setCacheLoaderFactory(Loader::new)));
        caches.add(maker.apply(
                new MutableConfiguration<>(plain).setWriteThrough(true).setCacheWriterFactory(Writer::new)));
    }

    /** Makes calls of its own, one after the other. */
    void run(int calls, Random random) {
        for (int i = 0; i < calls; i++) {
            call(new Place(random.nextInt(KEYS * CACHES), DEPTH, true, random));
        }
    }

    /** The failures so far. */
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** The counters with a wrong count. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < expected.length(); i++) {
            Integer counted =
                    cacheOf(i).<Integer>invoke(keyOf(i), (entry, none) -> entry.exists() ? entry.getValue() : 0);
            if (counted != expected.get(i)) {
                wrong.add(cacheOf(i).getName() + " " + keyOf(i) + ": " + counted + ", not " + expected.get(i));
            }
        }
        return wrong;
    }

    private Cache<String, Integer> cacheOf(int counter) {
        return caches.get(counter % CACHES);
    }

    private static String keyOf(int counter) {
        return "k" + counter / CACHES;
    }

    private void call(Place here) {
        Place before = place.get();
        place.set(here);
        try {
            if (here.random().nextInt(4) == 0) {
                cacheOf(here.counter()).get(keyOf(here.counter()));
            } else {
                increment(here);
            }
        } catch (RuntimeException failure) {
            // A worker that runs other tasks while it waits may call a key that it is already processing.
            if (!String.valueOf(failure.getMessage()).contains("wrote to that key through the cache")) {
                failures.add(failure);
            }
        } finally {
            place.set(before);
        }
    }

    private void increment(Place here) {
        boolean[] gone = new boolean[1];
        cacheOf(here.counter()).invoke(keyOf(here.counter()), (entry, none) -> {
            // Only once: if every run had another thread change this key, the processor would be repeated for ever.
            if (!gone[0]) {
                gone[0] = true;
                goOn(true);
            }
            entry.setValue(entry.exists() ? entry.getValue() + 1 : 1);
            return null;
        });
        expected.incrementAndGet(here.counter());
    }

    private void goOn(boolean free) {
        Place here = place.get();
        if (here == null || here.depth() == 0 || here.random().nextInt(3) == 0) {
            return;
        }
        Random random = here.random();
        boolean any = free && here.free() && random.nextInt(ANY) == 0;
        int left = KEYS * CACHES - here.counter() - 1;
        if (!any && left == 0) {
            return;
        }
        int next = any ? random.nextInt(KEYS * CACHES) : here.counter() + 1 + random.nextInt(left);
        if (any || random.nextBoolean()) {
            Random theirs = new Random(random.nextLong());
            await(() -> call(new Place(next, here.depth() - 1, free && here.free(), theirs)));
        } else {
            call(new Place(next, here.depth() - 1, free && here.free(), random));
        }
    }

    private void await(Runnable call) {
        try {
            pool.submit(call).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception hanging) {
            failures.add(new AssertionError("no end:\n" + ThreadDump.all(), hanging));
        }
    }

    private final class Listener
            implements CacheEntryCreatedListener<String, Integer>, CacheEntryUpdatedListener<String, Integer> {
        @Override
        public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            goOn(true);
        }

        @Override
        public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
            goOn(true);
        }
    }

    /** Loads nothing: the counters exist only in the cache. */
    private final class Loader implements CacheLoader<String, Integer> {
        @Override
        @SuppressWarnings("NullAway") // null: no value
        public Integer load(String key) {
            goOn(false);
            return null;
        }

        @Override
        public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
            return Map.of();
        }
    }

    private final class Writer implements CacheWriter<String, Integer> {
        @Override
        public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
            goOn(false);
        }

        @Override
        public void writeAll(java.util.Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
            entries.clear();
        }

        @Override
        public void delete(Object key) {
            goOn(false);
        }

        @Override
        public void deleteAll(java.util.Collection<?> keys) {
            keys.clear();
        }
    }
}
